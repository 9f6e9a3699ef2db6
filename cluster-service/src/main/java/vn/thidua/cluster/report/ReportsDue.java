package vn.thidua.cluster.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** Whose report is due, from periods and reports as indicator-service's feed brings them. What they say is that service's matter. */
@Repository
class ReportsDue implements FeedHandler, DueFacts {
    private static final String PERIOD = "period";
    private static final String REPORT = "report";

    /** What of the events is needed here; they say more. */
    record Period(UUID seasonId, String name, Instant opensAt, Instant dueAt, Instant closesAt) {
        Period {
            requireNonNull(seasonId, "seasonId is null");
            requireNonNull(name, "name is null");
            requireNonNull(opensAt, "opensAt is null");
            requireNonNull(dueAt, "dueAt is null");
            requireNonNull(closesAt, "closesAt is null");
        }
    }

    record Report(UUID periodId, UUID unitId, String status) {
        Report {
            requireNonNull(periodId, "periodId is null");
            requireNonNull(unitId, "unitId is null");
            requireNonNull(status, "status is null");
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReportsDue(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String source() {
        return "indicator";
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of(PERIOD, REPORT);
    }

    @Override
    public void apply(FeedEvent event) {
        if (event.aggregateType().equals(PERIOD)) {
            apply(event.aggregateId(), event.dataAs(json, Period.class));
        } else {
            apply(event.aggregateId(), event.dataAs(json, Report.class));
        }
    }

    private void apply(UUID id, Period told) {
        jdbc.sql("""
                        insert into period_copy (id, season_id, name, opens_at, due_at, closes_at)
                        values (:id, :season, :name, :opens, :due, :closes)
                        on conflict (id) do update set season_id = excluded.season_id, name = excluded.name,
                            opens_at = excluded.opens_at, due_at = excluded.due_at, closes_at = excluded.closes_at
                        """)
                .param("id", id)
                .param("season", told.seasonId())
                .param("name", told.name())
                .param("opens", told.opensAt().atOffset(ZoneOffset.UTC))
                .param("due", told.dueAt().atOffset(ZoneOffset.UTC))
                .param("closes", told.closesAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void apply(UUID id, Report told) {
        jdbc.sql("""
                        insert into report_copy (id, period_id, unit_id, status) values (:id, :period, :unit, :status)
                        on conflict (id) do update set status = excluded.status
                        """)
                .param("id", id)
                .param("period", told.periodId())
                .param("unit", told.unitId())
                .param("status", told.status())
                .update();
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        jdbc.sql(
                        aggregateType.equals(PERIOD)
                                ? "delete from period_copy where id = :id"
                                : "delete from report_copy where id = :id")
                .param("id", id)
                .update();
    }

    /**
     * Every member's report of a period that takes reports now, until it is handed in; a returned one anew. The season's checklist
     * has no line for reports: their board is indicator-service's.
     */
    @Override
    public Optional<String> owedByMembers() {
        return Optional.of("""
                select distinct s.id, case when r.status = 'RETURNED' then 'REPORT_RETURNED' else 'REPORT_SUBMIT' end, m.unit_id, p.id,
                       p.name, (p.due_at at time zone 'Asia/Ho_Chi_Minh')::date, false, null::date, null::uuid[]
                from season s
                join period_copy p on p.season_id = s.id
                join membership m on m.cluster_id = s.cluster_id and m.during && s.during
                left join report_copy r on r.period_id = p.id and r.unit_id = m.unit_id
                where s.id = any(:seasons) and s.state = 'OPEN'
                  and kit.business_now() >= p.opens_at and kit.business_now() < p.closes_at
                  and coalesce(r.status, 'DRAFT') in ('DRAFT', 'RETURNED')
                """);
    }
}
