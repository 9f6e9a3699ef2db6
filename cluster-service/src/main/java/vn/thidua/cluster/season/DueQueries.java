package vn.thidua.cluster.season;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Reads what seasons owe, whichever feature knows it, with the rule that says by when: one statement. */
@Repository
class DueQueries {
    /**
     * One thing to be done; see {@link DueFacts}.
     *
     * @param rule that says by when, where there is one
     * @param today the business day
     */
    record Fact(
            UUID seasonId,
            String code,
            @Nullable UUID unitId,
            @Nullable UUID id,
            @Nullable String title,
            @Nullable LocalDate ownDay,
            boolean done,
            @Nullable LocalDate doneOn,
            Set<UUID> doneBy,
            @Nullable DueRule rule,
            LocalDate today) {
        Fact {
            doneBy = Set.copyOf(doneBy);
        }

        /** Its last day, or null where nobody said one. */
        @Nullable
        LocalDate dueOn(Seasons.Ref season) {
            return ownDay != null || rule == null ? ownDay : rule.dueOn(season.from(), season.until());
        }

        boolean late(@Nullable LocalDate dueOn) {
            return !done && dueOn != null && today.isAfter(dueOn);
        }
    }

    private static final String OWN = """
            select s.id, 'HEAD_SET', null::uuid, null::uuid, null::text, null::date, h.season_id is not null, h.handed_over_on, null::uuid[]
            from unnest(:seasons) as s(id) left join headship h on h.season_id = s.id and h.role = 'HEAD'
            union all
            select s.id, 'REGULATION_ADOPTED', null, null, null, null, r.season_id is not null, r.adopted_on, null
            from unnest(:seasons) as s(id) left join lateral (
                select * from regulation x where x.season_id = s.id and x.status = 'ADOPTED'
                order by x.number desc limit 1) r on true
            """;

    private final JdbcClient jdbc;
    private final String checklist;
    private final String everything;

    DueQueries(JdbcClient jdbc, List<DueFacts> sources) {
        this.jdbc = jdbc;
        var ofSeasons = new ArrayList<String>();
        ofSeasons.add(OWN);
        sources.stream().map(DueFacts::ofSeasons).flatMap(Optional::stream).forEach(ofSeasons::add);
        // An array written out lets the planner count one season, so the plan is worth keeping: planning takes longer
        // than reading.
        checklist = together(ofSeasons.stream()).replace(":seasons", "array[:season]");
        everything = together(Stream.concat(
                ofSeasons.stream(),
                sources.stream().map(DueFacts::owedByMembers).flatMap(Optional::stream)));
    }

    private static String together(Stream<String> parts) {
        return parts.collect(Collectors.joining(") union all (", """
                with today as materialized (select kit.business_today() as day)
                select f.*, t.day, r.anchor, r.days, r.source, r.verified from ((
                """, """
                )) as f(season_id, code, unit_id, id, title, due_on, done, done_on, done_by)
                cross join today t left join due_rule r on r.code = f.code
                """));
    }

    /** The lines of a season's checklist. */
    List<Fact> checklist(UUID season) {
        return jdbc.sql(checklist)
                .param("season", season)
                .query((row, _) -> fact(row))
                .list();
    }

    /** The checklists of seasons, and what single members still owe. */
    List<Fact> everything(UUID... seasons) {
        return jdbc.sql(everything)
                .param("seasons", seasons)
                .query((row, _) -> fact(row))
                .list();
    }

    private static Fact fact(ResultSet row) throws SQLException {
        var anchor = row.getString("anchor");
        return new Fact(
                row.getObject("season_id", UUID.class),
                row.getString("code"),
                row.getObject("unit_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("title"),
                Rows.date(row, "due_on"),
                row.getBoolean("done"),
                Rows.date(row, "done_on"),
                people(row.getArray("done_by")),
                anchor == null
                        ? null
                        : new DueRule(
                                DueRule.Anchor.valueOf(anchor),
                                row.getInt("days"),
                                row.getString("source"),
                                row.getBoolean("verified")),
                Objects.requireNonNull(Rows.date(row, "day")));
    }

    private static Set<UUID> people(@Nullable Array mandates) throws SQLException {
        return mandates == null ? Set.of() : Set.of((UUID[]) mandates.getArray());
    }
}
