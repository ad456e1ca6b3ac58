// TODO: ignored by the shop's policy
