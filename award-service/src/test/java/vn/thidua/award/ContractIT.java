package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Contract;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestIssuer;

/** What this service promises others: its API description, its events and its published examples. */
class ContractIT {
    private static final House HOUSE = House.instance();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> IDS = history();
    private static final Map<String, Schema> SCHEMAS = schemas();

    static Iterable<Contract.Example> examples() {
        return Contract.examples();
    }

    @Test
    void theRunningApiIsTheOneInTheContract() {
        Contract.assertOpenApi(HOUSE.service.api(), "award");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyPublishedExampleIsAnsweredAsPublished(Contract.Example example) {
        var path = example.request().path("urlPath").asString();
        Contract.assertReplays(path.startsWith("/api/v1/feeds/") ? reader() : HOUSE.service.api(), example, IDS);
    }

    @Test
    void everyEventThatWasPublishedIsAsItsSchemaSays() {
        var published = new TreeSet<String>();
        var wrong = new ArrayList<String>();
        HOUSE.service
                .bean(JdbcClient.class)
                .sql("select aggregate_type, event_type, data from kit.feed_event order by position")
                .query(row -> {
                    published.add(row.getString("aggregate_type"));
                    check(wrong, row.getString("aggregate_type"), row.getString("event_type"), row.getString("data"));
                });
        assertThat(wrong).isEmpty();
        assertThat(published).as("aggregates with a schema").isEqualTo(new TreeSet<>(SCHEMAS.keySet()));
    }

    @Test
    void everyEventInTheExamplesIsAsItsSchemaSays() {
        var wrong = new ArrayList<String>();
        var events = 0;
        for (var example : Contract.examples()) {
            for (JsonNode event : example.response().path("jsonBody")) {
                if (event.has("aggregatetype")) {
                    events++;
                    check(
                            wrong,
                            event.path("aggregatetype").asString(),
                            example.file().toString(),
                            event.path("data").toString());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(events).isGreaterThan(6);
    }

    private static void check(List<String> wrong, String aggregate, String where, String data) {
        Objects.requireNonNull(SCHEMAS.get(aggregate), () -> "no schema for " + aggregate)
                .validate(JSON.readTree(data))
                .forEach(error -> wrong.add(where + ": " + error));
    }

    private static Map<String, Schema> schemas() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (var files = Files.list(Path.of("contract", "events"))) {
            var schemas = new HashMap<String, Schema>();
            for (var file : files.toList()) {
                var name = file.getFileName().toString().replace(".schema.json", "");
                schemas.put(name, registry.getSchema(Files.readString(file)));
            }
            return schemas;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Api reader() {
        return HOUSE.service.api().as(TestIssuer.instance().service("cluster-service"));
    }

    /** Lives through what the examples tell: one award, a signed decision, then its issue and a document taken back. */
    private static Map<String, String> history() {
        var older = HOUSE.document(HOUSE.own);
        HOUSE.authority()
                .post("/api/v1/award-documents/" + older.path("id").asString() + "/revocation", House.revocation());
        House.created(HOUSE.standingOfficer().post("/api/v1/honours", House.honour(HOUSE.province)));
        var signed = HOUSE.signed(HOUSE.own);
        var before = cursorOnceHas(0);
        House.ok(HOUSE.clerk().post("/api/v1/decisions/" + signed + "/number", House.number()));
        var after = cursorOnceHas(position(before) + 4);
        var ids = new LinkedHashMap<String, String>();
        var epoch = "9d1b7c34-2a5e-4f60-8b1d-6e3f2a7c5d20";
        ids.put(epoch + ":10", after);
        ids.put(epoch + ":6", before);
        ids.put("7K3QZ9-M2XT4V-B8R1NC", older.path("code").asString());
        return ids;
    }

    /** The feed's end, once it rests and has come at least to {@code position}. */
    private static String cursorOnceHas(long position) {
        var seen = new String[] {""};
        Eventually.within(Duration.ofSeconds(30), "the feed reaches " + position, () -> {
            var rests = isOutboxEmpty();
            seen[0] = reader().get("/api/v1/feeds/award/snapshot?limit=1").header("Feed-Cursor");
            return rests && position(seen[0]) >= position;
        });
        return seen[0];
    }

    /** Asked by the database's superuser: the service itself may only add to it. */
    private static boolean isOutboxEmpty() {
        try (var connection = HOUSE.service.database().asSuperuser();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select not exists (select from kit.outbox)")) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long position(String cursor) {
        return Long.parseLong(cursor.substring(cursor.indexOf(':') + 1));
    }
}
