package vn.thidua.launcher.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills a fresh installation with the demo: by the one-time set-up, then through the public API like any agency. First the
 * invented province, then five clusters as documents of 2019 and 2020 tell of them, then a season to be lived. Everything is
 * looked for before it is made, so an interrupted load is completed by the next one.
 */
public final class DemoLoader {
    public static final String CLIENT = "demo-loader";
    private static final String SCOPES = "units.read units.write people.read people.write mandates.read mandates.write"
            + " clusters.read clusters.write indicators.read indicators.write reports.read reports.write"
            + " awards.read awards.write";
    static final List<String> DOCUMENTS =
            List.of("cum-5-thanh-pho", "cum-dong-bang-song-hong", "cum-tay-nam-bo", "khoi-hung-yen", "khoi-ha-giang");

    private final String clusterService;
    private final Api api;
    private final Names names = new Names();

    /** Takes where the gateway, cluster-service and the issuer are, and the secret of the loading client. */
    public DemoLoader(String gateway, String clusterService, String issuer, String secret) {
        this.clusterService = clusterService;
        this.api = new Api(gateway, issuer, CLIENT, secret, SCOPES);
    }

    /** The invented province with its people: what a first log-in needs. */
    public void loadProvince(String setupCode) throws IOException, InterruptedException {
        JsonNode data = read("an-binh");
        Api.setUp(clusterService, ((ObjectNode) data.path("setup")).put("code", setupCode));
        new UnitLoader(api, names).load(data, List.of());
        loadPeople(data.path("people"));
        loadMandates(data.path("mandates"));
    }

    /** The clusters of record and the living one; after {@link #loadProvince}. Takes where to tell how far it got. */
    public void loadClusters(Consumer<String> progress) throws IOException, InterruptedException {
        UnitLoader units = new UnitLoader(api, names);
        JsonNode history = read("records/units");
        units.load(history, List.of("2019-12-31", "2024-12-31"));
        units.lineages(history);
        progress.accept("63 và 34 tỉnh, thành phố · provinces before and after 01/07/2025");
        Records records = new Records(api, names);
        List<Document> documents = new ArrayList<>();
        for (String name : DOCUMENTS) {
            JsonNode data = read("records/" + name);
            loadPeople(data.path("people"));
            loadMandates(data.path("mandates"));
            documents.add(new Document(name, data, names.within()));
        }
        Living living = new Living(api, names.within(), read("an-binh-2026"));
        Together.each(documents, document -> records.cluster(document.data(), document.names()));
        living.cluster(records);
        Followers.await(api);
        progress.accept("năm cụm, khối được ghi lại · five clusters of record");
        records.indicators(read("records/indicators"));
        Together.each(
                documents,
                document -> records.results(document.data(), document.names().withAll(names)));
        living.measures();
        progress.accept("khối đang sống, mùa 2026 · the living block, season 2026");
    }

    /**
     * What all members of the living block but one have to report, entered as drafts; once the targets are frozen and while the
     * period is open. Cells with a number in them stay. Gives how many reports were worked on.
     */
    public int fillReports() throws IOException, InterruptedException {
        return new Living(api, names, read("an-binh-2026")).fillReports();
    }

    private record Document(String name, JsonNode data, Names names) {}

    static JsonNode read(String name) throws IOException {
        try (InputStream in = DemoLoader.class.getResourceAsStream(name + ".json")) {
            String text = new String(
                    Objects.requireNonNull(in, () -> name + " is not in the jar")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            return JsonMapper.shared().readTree(text);
        }
    }

    /** People by the subject of their account. */
    private void loadPeople(JsonNode wanted) throws IOException, InterruptedException {
        if (wanted.isEmpty()) {
            return;
        }
        for (JsonNode person : api.list("/api/v1/people")) {
            String subject = person.path("account").path("subject").asString("");
            names.put("person", subject, person.path("id").asString());
        }
        Together.each(wanted.valueStream().toList(), person -> {
            String subject = person.path("account").path("subject").asString();
            if (!names.knows("person", subject)) {
                JsonNode created = api.create("/api/v1/people", names.resolved(person));
                names.put("person", subject, created.path("id").asString());
            }
        });
    }

    private void loadMandates(JsonNode wanted) throws IOException, InterruptedException {
        if (wanted.isEmpty()) {
            return;
        }
        Shelf shelf = Shelf.read(api, "/api/v1/mandates", "", "personId", "clientId", "unitId", "role");
        Together.each(wanted.valueStream().toList(), mandate -> shelf.ensure(names.resolved(mandate)));
    }
}
