package vn.thidua.launcher.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RealmFileTest {
    private static final Path REALM = Path.of("../identity/realm");

    @Test
    void the_gateway_may_be_returned_to_at_the_current_address_only() throws Exception {
        JsonNode gateway = client(read(true, "http://127.0.0.1:9000"), "gateway");

        assertThat(texts(gateway.path("redirectUris")))
                .containsExactly("http://127.0.0.1:9000/login/oauth2/code/keycloak");
        assertThat(gateway.path("attributes").path("post.logout.redirect.uris").asString())
                .isEqualTo("http://127.0.0.1:9000/");
    }

    @Test
    void every_client_has_a_secret_of_its_own_and_the_file_none() throws Exception {
        Set<String> secrets = new TreeSet<>();
        JsonNode clients = read(true, "http://a").path("clients");
        clients.forEach(client -> secrets.add(client.path("secret").asString()));

        assertThat(secrets).hasSize(clients.size()).allMatch(secret -> secret.startsWith("secret of "));
    }

    @Test
    void every_scope_a_client_names_is_defined() throws Exception {
        ObjectNode realm = read(true, "http://a");
        List<String> defined = new ArrayList<>();
        realm.path("clientScopes")
                .forEach(scope -> defined.add(scope.path("name").asString()));

        // Keycloak only logs a warning about a scope that is missing, and issues tokens without it.
        realm.path("clients").forEach(client -> {
            assertThat(defined).containsAll(texts(client.path("defaultClientScopes")));
            assertThat(defined).containsAll(texts(client.path("optionalClientScopes")));
        });
        assertThat(defined).containsAll(texts(realm.path("defaultDefaultClientScopes")));
    }

    @Test
    void the_demos_people_and_clients_stay_in_the_demo() throws Exception {
        ObjectNode production = read(false, "http://a");

        assertThat(production.path("users")).allMatch(user -> user.has("serviceAccountClientId"));
        assertThat(production.path("passwordPolicy").asString()).contains("length(12)");
        assertThat(client(production, "demo-loader").isMissingNode()).isTrue();
        assertThat(read(true, "http://a").path("users"))
                .filteredOn(user -> !user.has("serviceAccountClientId"))
                .hasSize(15);
    }

    @Test
    void the_mark_of_what_was_applied_follows_the_content() throws Exception {
        assertThat(mark(read(true, "http://a"))).isEqualTo(mark(read(true, "http://a")));
        assertThat(mark(read(true, "http://a"))).isNotEqualTo(mark(read(true, "http://b")));
    }

    private static ObjectNode read(boolean demo, String address) throws Exception {
        return RealmFile.read(REALM, demo, address, client -> "secret of " + client);
    }

    private static String mark(ObjectNode realm) {
        return realm.path("attributes").path(RealmFile.APPLIED).asString();
    }

    private static JsonNode client(ObjectNode realm, String id) {
        for (JsonNode client : realm.path("clients")) {
            if (client.path("clientId").asString().equals(id)) {
                return client;
            }
        }
        return realm.path("no such client");
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(node -> texts.add(node.asString()));
        return texts;
    }
}
