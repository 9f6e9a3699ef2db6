package vn.thidua.launcher.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm as the files say, completed with what only this installation knows: secrets, addresses, the mail server. */
final class RealmFile {
    /** The realm attribute that names what was applied last. */
    static final String APPLIED = "thidua.applied";

    private static final JsonMapper JSON = JsonMapper.shared();

    private RealmFile() {}

    /**
     * Takes the folder of the files, whether the demo's people and clients belong to it, the console's address, the mail
     * server if there is one, and where the secret of a client comes from.
     */
    static ObjectNode read(
            Path folder, boolean demo, String publicAddress, Optional<MailServer> mail, UnaryOperator<String> secretOf)
            throws IOException {
        ObjectNode realm = object(folder.resolve("realm.json"));
        if (demo) {
            merge(realm, object(folder.resolve("demo.json")));
        }
        for (JsonNode node : realm.path("clients")) {
            ObjectNode client = (ObjectNode) node;
            String id = client.path("clientId").asString();
            client.put("secret", secretOf.apply(id));
            if (id.equals("gateway")) {
                client.putArray("redirectUris")
                        .add(publicAddress + "/login/oauth2/code/keycloak")
                        // Where a link to set a password leads in the end.
                        .add(publicAddress + "/");
                client.put("baseUrl", publicAddress + "/");
                client.withObjectProperty("attributes").put("post.logout.redirect.uris", publicAddress + "/");
            }
        }
        // Without a mail server nobody is offered a letter that would not come; an empty object takes back what was
        // set.
        realm.put("resetPasswordAllowed", mail.isPresent());
        ObjectNode smtp = realm.putObject("smtpServer");
        mail.ifPresent(server -> server.describe(smtp));
        realm.withObjectProperty("attributes").put(APPLIED, digest(realm));
        return realm;
    }

    private static ObjectNode object(Path file) throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(file));
    }

    /** Lists grow, everything else is replaced. */
    private static void merge(ObjectNode into, ObjectNode from) {
        from.properties().forEach(property -> {
            if (into.get(property.getKey()) instanceof ArrayNode list
                    && property.getValue() instanceof ArrayNode more) {
                list.addAll(more);
            } else {
                into.set(property.getKey(), property.getValue());
            }
        });
    }

    private static String digest(ObjectNode realm) {
        try {
            byte[] text = JSON.writeValueAsString(realm).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
