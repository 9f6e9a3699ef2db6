package vn.thidua.cluster.season;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.database.Rows;

/** Writes seasons with their headships and regulations. */
@Repository
class SeasonStore {
    private final JdbcClient jdbc;

    SeasonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    /** The season, held against other writers until the transaction ends. */
    Optional<Season> lock(UUID id) {
        return jdbc.sql("""
                        select s.id, s.cluster_id, c.organiser_id, s.name, lower(s.during) as "from", upper(s.during) as until,
                               s.mode, s.state, s.close_reason, s.provenance, s.source, s.version
                        from season s join cluster c on c.id = s.cluster_id where s.id = :id for update of s
                        """)
                .param("id", id)
                .query((row, _) -> new Season(
                        id,
                        row.getObject("cluster_id", UUID.class),
                        row.getObject("organiser_id", UUID.class),
                        row.getString("name"),
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Objects.requireNonNull(Rows.date(row, "until")),
                        Season.Mode.valueOf(row.getString("mode")),
                        Season.State.valueOf(row.getString("state")),
                        row.getString("close_reason"),
                        origin(row),
                        headships(id),
                        regulation(id),
                        row.getLong("version")))
                .optional();
    }

    private List<Headship> headships(UUID seasonId) {
        return jdbc.sql("""
                        select id, unit_id, role, how, conference_id, handed_over_on, representative, provenance, source
                        from headship where season_id = :season order by headship_rank(role), id
                        """)
                .param("season", seasonId)
                .query((row, _) -> new Headship(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        Headship.Role.valueOf(row.getString("role")),
                        Headship.How.valueOf(row.getString("how")),
                        row.getObject("conference_id", UUID.class),
                        Rows.date(row, "handed_over_on"),
                        row.getString("representative"),
                        origin(row)))
                .list();
    }

    private @Nullable Regulation regulation(UUID seasonId) {
        return jdbc.sql("""
                        select number, title, body, status, adopted_on, conference_id, candidate_rule, tie_rule, figures_rule,
                               results_rule, provenance, source
                        from regulation where season_id = :season order by number desc limit 1
                        """)
                .param("season", seasonId)
                .query((row, _) -> regulation(row))
                .optional()
                .orElse(null);
    }

    static Regulation regulation(ResultSet row) throws SQLException {
        return new Regulation(
                row.getInt("number"),
                row.getString("title"),
                row.getString("body"),
                Regulation.Status.valueOf(row.getString("status")),
                Rows.date(row, "adopted_on"),
                row.getObject("conference_id", UUID.class),
                stated(Regulation.CandidateRule.class, row.getString("candidate_rule")),
                stated(Regulation.TieRule.class, row.getString("tie_rule")),
                stated(Regulation.FiguresRule.class, row.getString("figures_rule")),
                stated(Regulation.ResultsRule.class, row.getString("results_rule")),
                origin(row));
    }

    /** Whether the season was new; its name belongs to one season of the cluster only. */
    boolean insert(Season season) {
        return jdbc.sql("""
                        insert into season (id, cluster_id, name, during, mode, state, provenance, source)
                        values (:id, :cluster, :name, daterange(:from, :until), :mode, :state, :provenance, :source)
                        on conflict do nothing
                        """)
                        .param("id", season.id())
                        .param("cluster", season.clusterId())
                        .param("name", season.name())
                        .param("from", season.from())
                        .param("until", season.until())
                        .param("mode", season.mode().name())
                        .param("state", season.state().name())
                        .param("provenance", season.origin().provenance().name())
                        .param("source", season.origin().source(), Types.VARCHAR)
                        .update()
                > 0;
    }

    Optional<UUID> named(UUID clusterId, String name) {
        return jdbc.sql("select id from season where cluster_id = :cluster and name = :name")
                .param("cluster", clusterId)
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    void update(Season season) {
        jdbc.sql("""
                        update season set name = :name, during = daterange(:from, :until), state = :state,
                               close_reason = :reason, provenance = :provenance, source = :source, version = :version
                        where id = :id
                        """)
                .param("id", season.id())
                .param("name", season.name())
                .param("from", season.from())
                .param("until", season.until())
                .param("state", season.state().name())
                .param("reason", season.closeReason(), Types.VARCHAR)
                .param("provenance", season.origin().provenance().name())
                .param("source", season.origin().source(), Types.VARCHAR)
                .param("version", season.version())
                .update();
    }

    /** Whether it could be: false when the unit has an office in the season, or the season its head. */
    boolean insert(Season season, Headship headship) {
        return jdbc.sql("""
                        insert into headship (id, season_id, cluster_id, unit_id, role, how, conference_id, handed_over_on,
                                              representative, provenance, source)
                        values (:id, :season, :cluster, :unit, :role, :how, :conference, :handed, :representative,
                                :provenance, :source)
                        on conflict do nothing
                        """)
                        .param("id", headship.id())
                        .param("season", season.id())
                        .param("cluster", season.clusterId())
                        .param("unit", headship.unitId())
                        .param("role", headship.role().name())
                        .param("how", headship.how().name())
                        .param("conference", headship.conferenceId(), Types.OTHER)
                        .param("handed", headship.handedOverOn(), Types.DATE)
                        .param("representative", headship.representative(), Types.VARCHAR)
                        .param("provenance", headship.origin().provenance().name())
                        .param("source", headship.origin().source(), Types.VARCHAR)
                        .update()
                > 0;
    }

    void rewrite(Headship headship) {
        jdbc.sql("""
                        update headship set unit_id = :unit, role = :role, how = :how, conference_id = :conference,
                               handed_over_on = :handed, representative = :representative, provenance = :provenance, source = :source
                        where id = :id
                        """)
                .param("id", headship.id())
                .param("unit", headship.unitId())
                .param("role", headship.role().name())
                .param("how", headship.how().name())
                .param("conference", headship.conferenceId(), Types.OTHER)
                .param("handed", headship.handedOverOn(), Types.DATE)
                .param("representative", headship.representative(), Types.VARCHAR)
                .param("provenance", headship.origin().provenance().name())
                .param("source", headship.origin().source(), Types.VARCHAR)
                .update();
    }

    void delete(Headship headship) {
        jdbc.sql("delete from headship where id = :id")
                .param("id", headship.id())
                .update();
    }

    /** What was signed, counted or closed under those who lead the season. */
    List<Recording.Standing> standingOnHeadships(UUID seasonId) {
        return jdbc.sql("select what, id from headship_carries(:season) order by what, id limit 20")
                .param("season", seasonId)
                .query((row, _) -> new Recording.Standing(row.getString("what"), row.getObject("id", UUID.class)))
                .list();
    }

    void insert(Season season, Regulation regulation) {
        jdbc.sql("""
                        insert into regulation (season_id, cluster_id, number, title, body, status, adopted_on, conference_id,
                                                candidate_rule, tie_rule, figures_rule, results_rule, provenance, source)
                        values (:season, :cluster, :number, :title, :body, :status, :adopted, :conference, :candidates, :ties, :figures,
                                :results, :provenance, :source)
                        """)
                .param("season", season.id())
                .param("cluster", season.clusterId())
                .param("number", regulation.number())
                .param("title", regulation.title())
                .param("body", regulation.text(), Types.VARCHAR)
                .param("status", regulation.status().name())
                .param("adopted", regulation.adoptedOn(), Types.DATE)
                .param("conference", regulation.conferenceId(), Types.OTHER)
                .param("candidates", name(regulation.candidateRule()), Types.VARCHAR)
                .param("ties", name(regulation.tieRule()), Types.VARCHAR)
                .param("figures", name(regulation.figuresRule()), Types.VARCHAR)
                .param("results", name(regulation.resultsRule()), Types.VARCHAR)
                .param("provenance", regulation.origin().provenance().name())
                .param("source", regulation.origin().source(), Types.VARCHAR)
                .update();
    }

    /** What the version last adopted says of results; null where it says nothing, or none was adopted. */
    Regulation.@Nullable ResultsRule resultsRuleInForce(UUID seasonId) {
        return jdbc.sql("""
                        select results_rule from regulation where season_id = :season and status = 'ADOPTED'
                        order by number desc limit 1
                        """)
                .param("season", seasonId)
                .query((row, _) ->
                        Optional.ofNullable(stated(Regulation.ResultsRule.class, row.getString("results_rule"))))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
    }

    /** Whether the members are voting on a draft: until they have, no other version is written. */
    boolean isRegulationVotedOn(UUID seasonId) {
        return jdbc.sql("select exists (select from deliberation where season_id = :season and status = 'VOTING')")
                .param("season", seasonId)
                .query(Boolean.class)
                .single();
    }

    boolean isConferenceOf(UUID clusterId, UUID conferenceId) {
        return jdbc.sql("select exists (select from conference where id = :id and cluster_id = :cluster)")
                .param("id", conferenceId)
                .param("cluster", clusterId)
                .query(Boolean.class)
                .single();
    }

    private static <E extends Enum<E>> @Nullable E stated(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable String name(@Nullable Enum<?> stated) {
        return stated == null ? null : stated.name();
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source"));
    }
}
