// Appended to Jitsi's config.js. What a page of ours asks for at embedding comes on top of it.
config.disableThirdPartyRequests = true;
config.disableInviteFunctions = true;
config.doNotStoreRoom = true;
config.gravatar = { disabled: true };
config.giphy = { enabled: false };
config.whiteboard = { enabled: false };
config.speakerStats = { disabled: true };
// Our own waiting area takes the lobby's place; with it on, a moderator who drops leaves nobody to let people in.
config.lobby = { autoKnock: false, enableChat: false };
config.securityUi = { hideLobbyButton: true, disableLobbyPassword: true };
