-- For tests alone: stands in for Jitsi's mod_auth_token, which comes with Jitsi's image. Checks a token as
-- that one does (HS256, iss, aud, nbf, exp) and leaves the same words in the session.

local formdecode = require "util.http".formdecode;
local jwt = require "util.jwt";
local new_id = require "util.id".medium;

local secret = module:get_option_string("app_secret");
local issuer = module:get_option_string("app_id");
local audiences = module:get_option_set("asap_accepted_audiences", {});

local function claims_of(token)
	local valid, claims = jwt.verify(secret, token);
	if not valid then return nil; end
	local now = os.time();
	if claims.iss ~= issuer or not audiences:contains(claims.aud) or not claims.room then return nil; end
	if (claims.nbf or 0) > now or not claims.exp or claims.exp <= now then return nil; end
	return claims;
end

module:hook_global("bosh-session", function (event)
	local token = formdecode(event.request.url.query or "").token;
	local claims = token and claims_of(token);
	if not claims then return; end
	local session = event.session;
	session.auth_token = token;
	session.jitsi_meet_room = claims.room;
	session.jitsi_meet_domain = claims.sub;
	session.jitsi_meet_context_user = claims.context and claims.context.user;
end);

-- The token is looked at late: features are offered before the address of the connection is known.
local function handler_for(session)
	local handler = { profile = {} };
	function handler.mechanisms() return { ANONYMOUS = true }; end
	function handler.select(_, mechanism) return mechanism == "ANONYMOUS"; end
	function handler.clean_clone() return handler_for(session); end
	function handler:process()
		if not session.auth_token then return "failure", "not-allowed", "token required"; end
		self.username = new_id():lower();
		return "success";
	end
	return handler;
end

module:provides("auth", { get_sasl_handler = handler_for });
