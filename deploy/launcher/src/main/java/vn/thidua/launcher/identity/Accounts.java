package vn.thidua.launcher.identity;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Log-in accounts of people, as far as the first set-up needs one. */
public final class Accounts {
    private Accounts() {}

    /**
     * An account in the realm.
     *
     * @param id what tokens name as their subject
     * @param oneTimePassword the password to be changed at the first log-in, when the account was made just now
     */
    public record Account(String id, Optional<String> oneTimePassword) {}

    /** Finds the account by its log-in name or makes it. */
    public static Account ensure(Keycloak keycloak, String adminSecret, String username, String name)
            throws IOException, InterruptedException {
        AdminApi api = AdminApi.login(keycloak.address(), adminSecret);
        Optional<String> known = find(api, username);
        if (known.isPresent()) {
            return new Account(known.get(), Optional.empty());
        }
        byte[] random = new byte[12];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        ObjectNode user = JsonMapper.shared().createObjectNode();
        user.put("username", username).put("firstName", name).put("enabled", true);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password)
                .put("temporary", true);
        api.post("/thidua/users", user);
        String id = find(api, username).orElseThrow(() -> new IOException("the account was not created: " + username));
        return new Account(id, Optional.of(password));
    }

    private static Optional<String> find(AdminApi api, String username) throws IOException, InterruptedException {
        String query = java.net.URLEncoder.encode(username, java.nio.charset.StandardCharsets.UTF_8);
        JsonNode found = api.get("/thidua/users?exact=true&username=" + query).orElseThrow();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.path(0).path("id").asString());
    }
}
