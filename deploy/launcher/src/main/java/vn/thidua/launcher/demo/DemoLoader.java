package vn.thidua.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.launcher.secrets.PrivateFiles;

/**
 * Fills a fresh installation with an invented province: by the one-time set-up, then through the public API like any agency.
 * An interrupted load is completed by the next one; a finished one is never repeated, so what people change afterwards stays.
 */
public final class DemoLoader {
    public static final String CLIENT = "demo-loader";
    private static final String SCOPES = "units.read units.write people.read people.write mandates.read mandates.write";

    private final JsonMapper json = JsonMapper.shared();
    private final String gateway;
    private final String clusterService;
    private final String issuer;
    private final String secret;

    /** Takes where the gateway, cluster-service and the issuer are, and the secret of the loading client. */
    public DemoLoader(String gateway, String clusterService, String issuer, String secret) {
        this.gateway = gateway;
        this.clusterService = clusterService;
        this.issuer = issuer;
        this.secret = secret;
    }

    /** Loads unless the mark names this very database; true when it loaded. */
    public boolean loadOnce(Path mark, String database, String setupCode) throws IOException, InterruptedException {
        if (Files.exists(mark) && Files.readString(mark).strip().equals(database)) {
            return false;
        }
        JsonNode data = read();
        ObjectNode setUp = (ObjectNode) data.path("setup");
        Api.setUp(clusterService, setUp.put("code", setupCode));
        Api api = Api.login(gateway, issuer, CLIENT, secret, SCOPES);
        Map<String, String> units = loadUnits(api, data.path("units"));
        Map<String, String> people = loadPeople(api, data.path("people"), units);
        loadMandates(api, data.path("mandates"), units, people);
        PrivateFiles.write(mark, database + "\n");
        return true;
    }

    private JsonNode read() throws IOException {
        try (InputStream in = DemoLoader.class.getResourceAsStream("an-binh.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return json.readTree(text);
        }
    }

    /** Gives the ids of all units by their code. */
    private static Map<String, String> loadUnits(Api api, JsonNode wanted) throws IOException, InterruptedException {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode unit : api.list("/api/v1/units")) {
            ids.put(unit.path("code").asString(), unit.path("id").asString());
        }
        for (JsonNode unit : wanted) {
            String code = unit.path("code").asString();
            if (!ids.containsKey(code)) {
                ObjectNode body = with(unit, "parent", "parentId", ids);
                ids.put(code, api.create("/api/v1/units", body).path("id").asString());
            }
        }
        return ids;
    }

    /** Gives the ids of all people by the subject of their account. */
    private static Map<String, String> loadPeople(Api api, JsonNode wanted, Map<String, String> units)
            throws IOException, InterruptedException {
        Map<String, String> ids = new HashMap<>();
        for (JsonNode person : api.list("/api/v1/people")) {
            ids.put(
                    person.path("account").path("subject").asString(""),
                    person.path("id").asString());
        }
        for (JsonNode person : wanted) {
            String subject = person.path("account").path("subject").asString();
            if (!ids.containsKey(subject)) {
                ObjectNode body = with(person, "unit", "unitId", units);
                ids.put(subject, api.create("/api/v1/people", body).path("id").asString());
            }
        }
        return ids;
    }

    private static void loadMandates(Api api, JsonNode wanted, Map<String, String> units, Map<String, String> people)
            throws IOException, InterruptedException {
        Set<String> present = new HashSet<>();
        for (JsonNode mandate : api.list("/api/v1/mandates")) {
            present.add(key(mandate));
        }
        for (JsonNode mandate : wanted) {
            ObjectNode body = with(mandate, "unit", "unitId", units);
            if (body.has("person")) {
                body = with(body, "person", "personId", people);
            }
            if (!present.contains(key(body))) {
                api.create("/api/v1/mandates", body);
            }
        }
    }

    private static String key(JsonNode mandate) {
        return mandate.path("personId").asString("") + mandate.path("clientId").asString("") + " "
                + mandate.path("unitId").asString("") + " "
                + mandate.path("role").asString("");
    }

    /** The object with a name of the file replaced by the id it stands for. */
    private static ObjectNode with(JsonNode node, String name, String idName, Map<String, String> ids) {
        ObjectNode copy = (ObjectNode) node.deepCopy();
        String label = copy.path(name).asString();
        String id = ids.get(label);
        if (id == null) {
            throw new IllegalStateException("the demo data names \"" + label + "\", which does not exist");
        }
        copy.remove(name);
        copy.put(idName, id);
        return copy;
    }
}
