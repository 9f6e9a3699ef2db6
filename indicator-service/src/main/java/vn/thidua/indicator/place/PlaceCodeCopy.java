package vn.thidua.indicator.place;

import java.sql.Types;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** Takes over from cluster-service by which codes the list of administrative units knows units; other agencies' lists are not asked for. */
@Component
class PlaceCodeCopy implements FeedHandler {
    private static final String AGGREGATE = "foreign-code";
    /** The list of administrative units, as cluster-service's own hint names it. */
    private static final String LIST = "DVHC";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlaceCodeCopy(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String source() {
        return "cluster";
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of(AGGREGATE);
    }

    @Override
    public void apply(FeedEvent event) {
        var told = event.dataAs(json, PlaceCodeEvent.class);
        forget(AGGREGATE, event.aggregateId());
        if (!told.withdrawn() && told.list().equals(LIST)) {
            jdbc.sql(
                            "insert into place_code (id, code, unit_id, during) values (:id, :code, :unit, daterange(:from, :until))")
                    .param("id", event.aggregateId())
                    .param("code", told.code())
                    .param("unit", told.unitId())
                    .param("from", told.from())
                    .param("until", told.until(), Types.DATE)
                    .update();
        }
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        jdbc.sql("delete from place_code where id = :id").param("id", id).update();
    }
}
