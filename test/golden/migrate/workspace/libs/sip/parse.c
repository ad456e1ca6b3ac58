// TODO(VOICE-14): not ours
