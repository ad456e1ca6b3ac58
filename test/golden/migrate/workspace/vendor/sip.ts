// TODO(VOICE-13): not ours
