-- Who moderates a room stands in the token that the API minted, and nowhere else: whoever it names gets
-- the room at joining, nobody gets it from somebody else, and nobody but jicofo changes a room's settings.
-- Loaded on the MUC component, beside Jitsi's mod_token_verification, which checks the room of a token.
-- Options: token_subject (the `sub` that tokens must have; default: muc_mapper_domain_base).

local jid = require "util.jid";
local st = require "util.stanza";

local MUC_OWNER = "http://jabber.org/protocol/muc#owner";

-- Of the host, else of the whole server: jicofo and the bridges.
local services = module:get_option_set("admins", {});
local subject = module:get_option_string("token_subject", module:get_option_string("muc_mapper_domain_base"));

local function is_service(address)
	return services:contains(jid.bare(address));
end

local function is_named_moderator(session, room)
	local user = session.jitsi_meet_context_user;
	return session.auth_token ~= nil
		and session.jitsi_meet_room == jid.node(room.jid)
		-- `true` alone: the text "false" is true in Lua.
		and type(user) == "table" and user.moderator == true;
end

-- Anonymous addresses are made anew for each connection, so an address stands for one token.
local function is_named_address(address, room)
	local connections = prosody.bare_sessions[jid.bare(address)];
	for _, session in pairs(connections and connections.sessions or {}) do
		if is_named_moderator(session, room) then return true; end
	end
	return false;
end

local function refuse(event, reason)
	local answer = st.error_reply(event.stanza, "cancel", "not-allowed", reason);
	event.origin.send(answer);
	return true;
end

-- After Jitsi's own check (99), before anything is decided.
local function check_token(event)
	local session, stanza = event.origin, event.stanza;
	if is_service(stanza.attr.from) then return; end
	if not session.auth_token then return refuse(event, "token required"); end
	if session.jitsi_meet_domain ~= subject then return refuse(event, "token of another installation"); end
	if session.jitsi_meet_room ~= jid.node(stanza.attr.to) then return refuse(event, "token of another room"); end
end
module:hook("muc-room-pre-create", check_token, 98);
module:hook("muc-occupant-pre-join", check_token, 98);

module:hook("muc-occupant-joined", function (event)
	local room, occupant, session = event.room, event.occupant, event.origin;
	if is_service(occupant.bare_jid) or not session then return; end
	if not is_named_moderator(session, room) then return; end
	room:set_affiliation(true, occupant.bare_jid, "owner");
	module:log("info", "%s moderates %s", occupant.nick, room.jid);
end, 2);

-- Whoever asks, jicofo and other modules included: the token's word stays.
module:hook("muc-pre-set-affiliation", function (event)
	if is_service(event.jid) then return; end
	local raises = event.affiliation == "owner" or event.affiliation == "admin";
	if raises ~= is_named_address(event.jid, event.room) then event.allowed = false; end
end, 100);

module:hook("muc-pre-set-role", function (event)
	local occupant = event.occupant;
	if not occupant or is_service(occupant.bare_jid) or event.role == nil or event.role == "none" then return; end
	if (event.role == "moderator") == is_named_address(occupant.bare_jid, event.room) then return; end
	-- Without these prosody answers nothing at all.
	event.allowed, event.error, event.condition = false, "cancel", "not-allowed";
end, 100);

-- A password or a members-only room would lock a candidate out of his exam.
module:hook("iq-set/bare/" .. MUC_OWNER .. ":query", function (event)
	if is_service(event.stanza.attr.from) then return; end
	return refuse(event, "rooms are set up by the server alone");
end, 100);
