package vn.thidua.launcher.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                .containsExactly("http://127.0.0.1:9000/login/oauth2/code/keycloak", "http://127.0.0.1:9000/");
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
                .hasSize(16);
    }

    @Test
    void the_mark_of_what_was_applied_follows_the_content() throws Exception {
        assertThat(mark(read(true, "http://a"))).isEqualTo(mark(read(true, "http://a")));
        assertThat(mark(read(true, "http://a"))).isNotEqualTo(mark(read(true, "http://b")));
    }

    @Test
    void a_forgotten_password_is_helped_by_letter_where_there_is_a_mail_server() throws Exception {
        ObjectNode realm = read(
                false,
                "http://a",
                Map.of(
                        "THIDUA_SMTP_HOST", "thu.tinh.example",
                        "THIDUA_SMTP_USER", "thidua",
                        "THIDUA_SMTP_PASSWORD", "bi-mat",
                        "THIDUA_SMTP_FROM", "thidua@tinh.example"));

        assertThat(realm.path("resetPasswordAllowed").asBoolean()).isTrue();
        JsonNode smtp = realm.path("smtpServer");
        assertThat(smtp.path("host").asString()).isEqualTo("thu.tinh.example");
        assertThat(smtp.path("port").asString()).isEqualTo("587");
        assertThat(smtp.path("from").asString()).isEqualTo("thidua@tinh.example");
        assertThat(smtp.path("starttls").asString()).isEqualTo("true");
        assertThat(smtp.path("auth").asString()).isEqualTo("true");
        assertThat(smtp.path("password").asString()).isEqualTo("bi-mat");
        assertThat(mark(realm)).isNotEqualTo(mark(read(false, "http://a")));
    }

    @Test
    void without_a_mail_server_nobody_is_offered_a_letter_and_what_was_set_is_taken_back() throws Exception {
        ObjectNode realm = read(false, "http://a");

        assertThat(realm.path("resetPasswordAllowed").asBoolean()).isFalse();
        assertThat(realm.path("smtpServer").isObject()).isTrue();
        assertThat(realm.path("smtpServer")).isEmpty();
    }

    @Test
    void one_mailbox_may_be_that_of_several_people_and_nobody_logs_in_with_it() throws Exception {
        ObjectNode realm = read(false, "http://a");

        // Keycloak takes the first only without the second.
        assertThat(realm.path("duplicateEmailsAllowed").asBoolean()).isTrue();
        assertThat(realm.path("loginWithEmailAllowed").asBoolean()).isFalse();
    }

    private static ObjectNode read(boolean demo, String address) throws Exception {
        return read(demo, address, Map.of());
    }

    private static ObjectNode read(boolean demo, String address, Map<String, String> env) throws Exception {
        return RealmFile.read(REALM, demo, address, MailServer.from(env), client -> "secret of " + client);
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
