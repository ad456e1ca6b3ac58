// TODO: after a byte order mark
int a; /* 🎉 FIXME: after an emoji */
