package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Contract;

/** Every event this service publishes has the form its schema promises. */
class EventSchemasIT {
    private static final Path SCHEMAS = Path.of("contract", "events");
    private static final String ENDING = ".schema.json";

    private record Event(String aggregate, String type, String data) {}

    private final Province province = Province.instance();

    @Test
    void everyPublishedEventFitsItsSchema() throws IOException, SQLException {
        live();
        var schemas = schemas();
        var seen = new HashMap<String, Integer>();
        var wrong = new ArrayList<String>();
        for (var event : events()) {
            seen.merge(event.aggregate(), 1, Integer::sum);
            var schema = schemas.get(event.aggregate());
            if (schema == null) {
                wrong.add("no schema for " + event.type());
                continue;
            }
            check(schema, event.data()).forEach(error -> wrong.add(event.type() + ": " + error.getMessage()));
        }
        assertThat(wrong).isEmpty();
        assertThat(seen.keySet()).as("aggregates with events, and with schemas").containsAll(schemas.keySet());
    }

    @Test
    void thePublishedExamplesFitTheSchemasToo() throws IOException {
        var schemas = schemas();
        var wrong = new ArrayList<String>();
        var checked = 0;
        for (var example : Contract.examples()) {
            if (!example.request().path("urlPath").asString().startsWith("/api/v1/feeds/")
                    || example.response().path("status").asInt() != 200) {
                continue;
            }
            for (var event : example.response().path("jsonBody")) {
                checked++;
                var aggregate = event.path("aggregatetype").asString();
                var schema = Objects.requireNonNull(schemas.get(aggregate), aggregate);
                check(schema, event.path("data").toString())
                        .forEach(error -> wrong.add(example.file() + " " + aggregate + ": " + error.getMessage()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(checked).isGreaterThan(5);
    }

    @Test
    void aSchemaRefusesWhatItDoesNotPromise() throws IOException {
        var lineage = Objects.requireNonNull(schemas().get("lineage"));
        var good = """
                {"kind":"DISSOLVE","effectiveFrom":"2026-04-01","decision":null,
                 "predecessors":["01890000-0000-7000-8000-000000000001"],"successors":[],"provenance":"LIVE","withdrawn":false}
                """;
        assertThat(check(lineage, good)).isEmpty();
        assertThat(check(lineage, good.replace("DISSOLVE", "VANISH"))).isNotEmpty();
        assertThat(check(lineage, good.replace("2026-04-01", "01/04/2026"))).isNotEmpty();
        assertThat(check(lineage, good.replace("\"decision\":null,", ""))).isNotEmpty();
    }

    /** At least one event of each kind, and a season with everything that can be null filled. */
    private void live() {
        var cluster = Competition.cluster(province.id);
        var season = Competition.season(cluster);
        Competition.headship(season, Competition.memberOf(cluster), "HEAD");
        Competition.regulation(season, 2);
        Competition.open(season);
        province.administrator().post("/api/v1/lineages", Competition.dissolution(province.id));
        province.administrator().post("/api/v1/foreign-codes", UnitWork.foreignCode(province.id));
        province.holder(province.id, "VERIFIER", "UNIT");
        VoteTargets.live();
    }

    private List<Event> events() throws SQLException {
        var events = new ArrayList<Event>();
        try (var connection = province.service.database().asSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select aggregate_type, event_type, data from kit.feed_event
                        union all select aggregate_type, event_type, data from kit.outbox
                        """)) {
            while (rows.next()) {
                events.add(new Event(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return events;
    }

    private static List<Error> check(Schema schema, String data) {
        return schema.validate(
                data,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Map<String, Schema> schemas() throws IOException {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var schemas = new HashMap<String, Schema>();
        try (var files = Files.list(SCHEMAS)) {
            for (var file : files.toList()) {
                var name = file.getFileName().toString();
                assertThat(name).endsWith(ENDING);
                schemas.put(
                        name.substring(0, name.length() - ENDING.length()),
                        registry.getSchema(Files.readString(file), InputFormat.JSON));
            }
        }
        return schemas;
    }
}
