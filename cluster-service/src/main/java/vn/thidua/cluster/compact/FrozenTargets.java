package vn.thidua.cluster.compact;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** The frozen targets of seasons, as indicator-service's feed brings them. A text that does not fit its hash is set aside. */
@Repository
class FrozenTargets implements FeedHandler {
    private static final String AGGREGATE = "targets";

    /** What of the event is needed here; it may say more. */
    record Told(UUID seasonId, String text, String sha256, Instant frozenAt) {
        Told {
            requireNonNull(seasonId, "seasonId is null");
            requireNonNull(text, "text is null");
            requireNonNull(sha256, "sha256 is null");
            requireNonNull(frozenAt, "frozenAt is null");
        }
    }

    /** The text and its own hash, which a compact made of it keeps. */
    record Targets(String text, String sha256) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FrozenTargets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty while the season's targets are not known to be frozen. */
    Optional<Targets> of(UUID seasonId) {
        return jdbc.sql("select text, text_sha256 from season_targets where season_id = :id")
                .param("id", seasonId)
                .query((row, _) -> new Targets(row.getString("text"), row.getString("text_sha256")))
                .optional();
    }

    @Override
    public String source() {
        return "indicator";
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of(AGGREGATE);
    }

    @Override
    public void apply(FeedEvent event) {
        var told = event.dataAs(json, Told.class);
        jdbc.sql("""
                        insert into season_targets (season_id, text, text_sha256, frozen_at)
                        values (:season, :text, lower(:sha256), :frozen)
                        on conflict (season_id) do update
                        set text = excluded.text, text_sha256 = excluded.text_sha256, frozen_at = excluded.frozen_at
                        """)
                .param("season", told.seasonId())
                .param("text", told.text())
                .param("sha256", told.sha256())
                .param("frozen", told.frozenAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        jdbc.sql("delete from season_targets where season_id = :id")
                .param("id", id)
                .update();
    }
}
