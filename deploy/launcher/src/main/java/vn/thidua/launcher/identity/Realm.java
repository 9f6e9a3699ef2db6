package vn.thidua.launcher.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings the realm in Keycloak to what the files say. A new realm is imported whole; in one that exists, settings, scopes and
 * clients follow the files, and people are left alone: they are data.
 */
public final class Realm {
    private static final List<String> LISTS = List.of("clients", "users", "clientScopes", "components");

    private final AdminApi api;

    private Realm(AdminApi api) {
        this.api = api;
    }

    /**
     * Applies the files unless that was done with the same content before. Takes Keycloak, the secret of the launcher's own
     * client, the folder of the files, whether the demo belongs to it, the console's address, the mail server
     * if there is one, and each client's secret.
     */
    public static void apply(
            Keycloak keycloak,
            String adminSecret,
            Path folder,
            boolean demo,
            String publicAddress,
            Optional<MailServer> mail,
            UnaryOperator<String> secretOf)
            throws IOException, InterruptedException {
        ObjectNode wanted = RealmFile.read(folder, demo, publicAddress, mail, secretOf);
        Realm realm = new Realm(AdminApi.login(keycloak.address(), adminSecret));
        Optional<JsonNode> present = realm.api.get("/thidua");
        if (present.isEmpty()) {
            realm.api.post("", wanted);
        } else if (!applied(present.get()).equals(applied(wanted))) {
            realm.update(wanted);
        }
    }

    private static String applied(JsonNode realm) {
        return realm.path("attributes").path(RealmFile.APPLIED).asString("");
    }

    private void update(ObjectNode wanted) throws IOException, InterruptedException {
        Map<String, String> scopes = updateScopes(wanted.path("clientScopes"));
        for (JsonNode client : wanted.path("clients")) {
            updateClient((ObjectNode) client, scopes);
        }
        for (JsonNode user : wanted.path("users")) {
            if (user.has("serviceAccountClientId")) {
                updateServiceAccount(user);
            }
        }
        ObjectNode settings = wanted.deepCopy();
        // Last, because it carries the mark that all of it was applied.
        api.put("/thidua", settings.remove(LISTS));
    }

    /** Gives the ids of the scopes by name. */
    private Map<String, String> updateScopes(JsonNode wanted) throws IOException, InterruptedException {
        Map<String, JsonNode> present = byName(api.get("/thidua/client-scopes").orElseThrow(), "name");
        for (JsonNode scope : wanted) {
            JsonNode known = present.get(scope.path("name").asString());
            if (known == null) {
                api.post("/thidua/client-scopes", scope);
            } else {
                updateMappers(known, scope.path("protocolMappers"));
            }
        }
        Map<String, String> ids = new HashMap<>();
        byName(api.get("/thidua/client-scopes").orElseThrow(), "name")
                .forEach((name, scope) -> ids.put(name, scope.path("id").asString()));
        return ids;
    }

    private void updateMappers(JsonNode scope, JsonNode wanted) throws IOException, InterruptedException {
        String path = "/thidua/client-scopes/" + scope.path("id").asString() + "/protocol-mappers/models";
        Map<String, JsonNode> present = byName(scope.path("protocolMappers"), "name");
        for (JsonNode mapper : wanted) {
            JsonNode known = present.get(mapper.path("name").asString());
            if (known == null) {
                api.post(path, mapper);
            } else {
                String id = known.path("id").asString();
                api.put(path + "/" + id, ((ObjectNode) mapper.deepCopy()).put("id", id));
            }
        }
    }

    private void updateClient(ObjectNode wanted, Map<String, String> scopes) throws IOException, InterruptedException {
        String clientId = wanted.path("clientId").asString();
        JsonNode found =
                api.get("/thidua/clients?clientId=" + clientId).orElseThrow().path(0);
        if (found.isMissingNode()) {
            api.post("/thidua/clients", wanted);
            return;
        }
        String path = "/thidua/clients/" + found.path("id").asString();
        api.put(path, wanted);
        for (String kind : List.of("default", "optional")) {
            for (JsonNode scope : wanted.path(kind + "ClientScopes")) {
                String id = scopes.get(scope.asString());
                if (id == null) {
                    throw new IOException("client " + clientId + " names a scope that does not exist: " + scope);
                }
                api.put(path + "/" + kind + "-client-scopes/" + id);
            }
        }
    }

    /** What a client may do itself: its account gets the roles of other clients, and so do its tokens. */
    private void updateServiceAccount(JsonNode wanted) throws IOException, InterruptedException {
        String client = idOfClient(wanted.path("serviceAccountClientId").asString());
        String account = api.get("/thidua/clients/" + client + "/service-account-user")
                .orElseThrow()
                .path("id")
                .asString();
        for (Map.Entry<String, JsonNode> entry : wanted.path("clientRoles").properties()) {
            String owner = idOfClient(entry.getKey());
            ArrayNode roles = JsonMapper.shared().createArrayNode();
            for (JsonNode role : entry.getValue()) {
                roles.add(api.get("/thidua/clients/" + owner + "/roles/" + role.asString())
                        .orElseThrow());
            }
            api.post("/thidua/users/" + account + "/role-mappings/clients/" + owner, roles);
            api.post("/thidua/clients/" + client + "/scope-mappings/clients/" + owner, roles);
        }
    }

    private String idOfClient(String clientId) throws IOException, InterruptedException {
        return api.get("/thidua/clients?clientId=" + clientId)
                .orElseThrow()
                .path(0)
                .path("id")
                .asString();
    }

    private static Map<String, JsonNode> byName(JsonNode list, String property) {
        Map<String, JsonNode> found = new HashMap<>();
        list.forEach(node -> found.put(node.path(property).asString(), node));
        return found;
    }
}
