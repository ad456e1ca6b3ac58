'use strict';
// The real one keeps an id of the machine under the home folder. A test leaves nothing there.
exports.getDeviceId = () => Promise.resolve('00000000-0000-4000-8000-000000000000');
