-- For tests alone: the part of Jitsi's configuration that our module lives in, with the same names.
-- `{…}` are filled in by the test.

run_as_root = {asRoot}
data_path = "{folder}/data"
pidfile = "{folder}/prosody.pid"
plugin_paths = { "{plugins}", "{testPlugins}" }
certificates = "{folder}"
log = { { levels = { min = "info" }, to = "console" } }

modules_enabled = { "saslauth", "ping" }
modules_disabled = { "s2s", "offline", "register", "c2s", "tls" }
interfaces = { "127.0.0.1" }
http_ports = { {port} }
https_ports = {}
http_default_host = "meet.jitsi"
consider_bosh_secure = true
c2s_require_encryption = false
admins = { "focus@auth.meet.jitsi" }
muc_mapper_domain_base = "meet.jitsi"
muc_mapper_domain_prefix = "muc"
storage = { accounts = "internal" }

VirtualHost "meet.jitsi"
    modules_enabled = { "bosh" }
    authentication = "test_token"
    app_id = "{appId}"
    app_secret = "{appSecret}"
    asap_accepted_audiences = { "jitsi" }

VirtualHost "auth.meet.jitsi"
    authentication = "internal_plain"

Component "muc.meet.jitsi" "muc"
    restrict_room_creation = true
    storage = "memory"
    muc_room_locking = false
    muc_room_default_public_jids = true
    muc_tombstones = false
    modules_enabled = { "examhall_moderator" }
