package vn.thidua.indicator.season;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.mandate.Reach;

/** Reads how somebody stands to seasons, for all of them in one statement. */
@Repository
class ResultsQueries {
    /**
     * How somebody stands to a season.
     *
     * @param recorded whether it was entered after the fact
     * @param shared whether the regulation in force lets members see what the others have handed in
     * @param isOut whether it is ranked for good, or the cluster has adopted its report of the period
     * @param runs whether the caller runs or heads it
     * @param organises whether the caller belongs to the organiser
     * @param own the members that the caller belongs to
     */
    record Standing(
            UUID seasonId,
            ResultsRule rule,
            boolean recorded,
            boolean shared,
            boolean isOut,
            boolean runs,
            boolean organises,
            Set<UUID> own) {
        Standing {
            own = Set.copyOf(own);
        }

        boolean isOfCluster() {
            return organises || !own.isEmpty();
        }
    }

    private final JdbcClient jdbc;

    ResultsQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ResultsRule> rule(UUID seasonId) {
        return jdbc.sql("select results_rule from season_copy where id = :id")
                .param("id", seasonId)
                .query((row, _) -> ResultsRule.of(row.getString("results_rule")))
                .optional();
    }

    List<Standing> standings(
            Collection<UUID> seasonIds, String periodKind, Reach running, Reach heading, Reach concerned) {
        return jdbc.sql("""
                        with runs as materialized (
                            select unnest(:runUnits) as id union select kit.units_and_below(:runRoots, kit.business_today())
                        ), heads as materialized (
                            select unnest(:headUnits) as id union select kit.units_and_below(:headRoots, kit.business_today())
                        ), within as materialized (
                            select unnest(:units) as id union select kit.units_and_below(:roots, kit.business_today()))
                        select s.id, s.results_rule, s.mode = 'RECORDED' as recorded,
                               coalesce(s.figures_rule = 'HANDED_IN' and s.regulation_status = 'ADOPTED', false) as shared,
                               exists (select from ranking r
                                       join scoresheet h on h.id = r.scoresheet_id
                                       left join period p on p.id = h.period_id
                                       where r.season_id = s.id and r.status = 'PUBLISHED'
                                         and period_place(coalesce(p.kind, 'YEAR')) >= period_place(:period))
                               or exists (select from period p join consolidation c on c.period_id = p.id
                                          where p.season_id = s.id and p.kind = :period and c.status = 'ADOPTED') as is_out,
                               s.organiser_id in (select id from runs)
                               or exists (select from headship_copy h
                                          where h.season_id = s.id and h.role = 'HEAD' and h.unit_id in (select id from heads)) as runs,
                               s.organiser_id in (select id from within) as organises,
                               array(select m.unit_id from season_member m
                                     where m.season_id = s.id and m.unit_id in (select id from within)) as own
                        from season_copy s where s.id = any(:seasons)
                        """)
                .param("seasons", seasonIds.toArray(UUID[]::new))
                .param("period", periodKind)
                .param("runUnits", running.unitArray())
                .param("runRoots", running.rootArray())
                .param("headUnits", heading.unitArray())
                .param("headRoots", heading.rootArray())
                .param("units", concerned.unitArray())
                .param("roots", concerned.rootArray())
                .query((row, _) -> new Standing(
                        row.getObject("id", UUID.class),
                        ResultsRule.of(row.getString("results_rule")),
                        row.getBoolean("recorded"),
                        row.getBoolean("shared"),
                        row.getBoolean("is_out"),
                        row.getBoolean("runs"),
                        row.getBoolean("organises"),
                        Set.of((UUID[]) row.getArray("own").getArray())))
                .list();
    }
}
