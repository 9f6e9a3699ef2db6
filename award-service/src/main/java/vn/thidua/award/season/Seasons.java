package vn.thidua.award.season;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Reads what this service knows of seasons, elections, rankings and units. */
@Repository
public class Seasons {
    private final JdbcClient jdbc;

    Seasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The season, if its event has come. */
    public Optional<KnownSeason> find(UUID id) {
        return jdbc.sql("""
                        select s.id, s.cluster_id, c.name as cluster_name, s.organiser_id, s.name,
                               lower(s.during) as "from", upper(s.during) as until, s.mode = 'RECORDED' as recorded,
                               s.provenance = 'INVENTED' or coalesce(c.provenance = 'INVENTED', false) as invented,
                               s.candidate_rule, s.tie_rule, s.regulation_status
                        from season_copy s left join cluster_copy c on c.id = s.cluster_id
                        where s.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new KnownSeason(
                        row.getObject("id", UUID.class),
                        row.getObject("cluster_id", UUID.class),
                        row.getString("cluster_name"),
                        row.getObject("organiser_id", UUID.class),
                        row.getString("name"),
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Rows.date(row, "until"),
                        row.getBoolean("recorded"),
                        row.getBoolean("invented"),
                        regulation(row)))
                .optional();
    }

    /** The elections of a season that are counted, the newest first. */
    public List<KnownElection> counted(UUID seasonId) {
        return jdbc.sql("""
                        select id, elected_unit_id, closed_at from election_copy
                        where season_id = :season and status = 'COUNTED' order by closed_at desc, id
                        """)
                .param("season", seasonId)
                .query((row, _) -> new KnownElection(
                        row.getObject("id", UUID.class),
                        row.getObject("elected_unit_id", UUID.class),
                        Rows.instant(row, "closed_at")))
                .list();
    }

    /** The published rankings of a season, the newest first. */
    public List<KnownRanking> published(UUID seasonId) {
        record Placed(UUID ranking, UUID sheet, KnownRanking.@Nullable Row row) {}
        var rows = jdbc.sql("""
                        select k.id, k.scoresheet_id, r.unit_id, r.rank
                        from ranking_copy k left join ranking_row_copy r on r.ranking_id = k.id
                        where k.season_id = :season and k.status = 'PUBLISHED' order by k.id desc, r.rank
                        """)
                .param("season", seasonId)
                .query((row, _) -> {
                    var unit = row.getObject("unit_id", UUID.class);
                    return new Placed(
                            row.getObject("id", UUID.class),
                            row.getObject("scoresheet_id", UUID.class),
                            unit == null ? null : new KnownRanking.Row(unit, row.getInt("rank")));
                })
                .list();
        var byRanking = new LinkedHashMap<UUID, List<Placed>>();
        rows.forEach(placed -> byRanking
                .computeIfAbsent(placed.ranking(), _ -> new ArrayList<>())
                .add(placed));
        return byRanking.values().stream()
                .map(of -> new KnownRanking(
                        of.getFirst().ranking(),
                        of.getFirst().sheet(),
                        of.stream().map(Placed::row).filter(Objects::nonNull).toList()))
                .toList();
    }

    /** Whether the unit is a member of the season's cluster on any of its days. */
    public boolean isMember(KnownSeason season, UUID unitId) {
        return jdbc.sql("""
                        select exists (select from cluster_member_copy
                                       where cluster_id = :cluster and unit_id = :unit and during && daterange(:from, :until))
                        """)
                .param("cluster", season.clusterId())
                .param("unit", unitId)
                .param("from", season.from())
                .param("until", season.until(), Types.DATE)
                .query(Boolean.class)
                .single();
    }

    /** Names of units on a day; outside a unit's life the nearest one. Units not known here are left out. */
    public Map<UUID, String> unitNames(Collection<UUID> unitIds, LocalDate day) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("""
                        select distinct on (unit_id) unit_id, name from kit.unit_state_copy where unit_id = any(:units)
                        order by unit_id, during @> cast(:day as date) desc, abs(lower(during) - cast(:day as date))
                        """)
                .param("units", unitIds.toArray(UUID[]::new))
                .param("day", day)
                .query(row -> {
                    names.put(row.getObject("unit_id", UUID.class), row.getString("name"));
                });
        return names;
    }

    /** Whether the one unit is the other or lies above it today. */
    public boolean isAtOrAbove(UUID upper, UUID lower) {
        return jdbc.sql("select :upper in (select kit.unit_and_above(:lower, kit.business_today()))")
                .param("upper", upper)
                .param("lower", lower)
                .query(Boolean.class)
                .single();
    }

    /** Whether this service has heard of the unit. */
    public boolean isUnit(UUID unitId) {
        return jdbc.sql("select exists (select from kit.unit_copy where id = :id)")
                .param("id", unitId)
                .query(Boolean.class)
                .single();
    }

    /** Today by the business clock. */
    public LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    private static KnownSeason.@Nullable Regulation regulation(ResultSet row) throws SQLException {
        return "ADOPTED".equals(row.getString("regulation_status"))
                ? new KnownSeason.Regulation(
                        "RANK_1".equals(row.getString("candidate_rule")), "BALLOT".equals(row.getString("tie_rule")))
                : null;
    }
}
