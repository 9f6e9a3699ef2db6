package vn.thidua.cluster.season;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** What other features ask about seasons: which there are, who leads them, who may act for them. */
@Repository
public class Seasons {
    /**
     * A season as other features need it.
     *
     * @param until first day that is no longer in it
     * @param live false when it is recorded after the fact: no deadlines, no rules run
     * @param open false while it is planned and once it is closed
     * @param settled it was live and is closed: what is known of it stays
     * @param headId the unit that heads it, or null while unknown
     */
    public record Ref(
            UUID id,
            UUID clusterId,
            UUID organiserId,
            String name,
            LocalDate from,
            LocalDate until,
            boolean live,
            boolean open,
            boolean settled,
            @Nullable UUID headId) {
        /** That day, or the season's nearest one. */
        public LocalDate nearest(LocalDate day) {
            if (day.isBefore(from)) {
                return from;
            }
            return day.isBefore(until) ? day : until.minusDays(1);
        }

        /** @throws vn.thidua.kit.problem.ProblemException 409 when it is settled */
        public void requireUnsettled() {
            if (settled) {
                throw Problem.because(ProblemType.CONFLICT, "season-closed").asException();
            }
        }
    }

    private static final String REF = """
            select s.id, s.cluster_id, c.organiser_id, s.name, lower(s.during) as "from", upper(s.during) as until,
                   s.mode, s.state, h.unit_id as head_id
            from season s join cluster c on c.id = s.cluster_id
            left join headship h on h.season_id = s.id and h.role = 'HEAD'
            """;

    private final JdbcClient jdbc;
    private final Clusters clusters;
    private final Mandates mandates;

    Seasons(JdbcClient jdbc, Clusters clusters, Mandates mandates) {
        this.jdbc = jdbc;
        this.clusters = clusters;
        this.mandates = mandates;
    }

    public Optional<Ref> find(UUID id) {
        return jdbc.sql(REF + " where s.id = :id")
                .param("id", id)
                .query((row, _) -> ref(row))
                .optional();
    }

    /** Live seasons, not closed, that these units organise, lead or take part in, or in which they are invited somewhere. */
    public List<Ref> underWayFor(Collection<UUID> units) {
        return jdbc.sql(REF + """
                         where s.mode = 'LIVE' and s.state <> 'CLOSED' and s.id = any(array(
                            select x.id from cluster o join season x on x.cluster_id = o.id where o.organiser_id = any(:units)
                            union
                            select h.season_id from headship h where h.unit_id = any(:units)
                            union
                            select i.season_id from conference_invitation i where i.unit_id = any(:units)
                            union
                            select x.id from membership m join season x on x.cluster_id = m.cluster_id and x.during && m.during
                            where m.unit_id = any(:units)))
                        """)
                .param("units", units.toArray(UUID[]::new))
                .query((row, _) -> ref(row))
                .list();
    }

    /**
     * All live seasons that are not closed, by id.
     *
     * @param after the last one seen, or null to begin
     */
    public List<Ref> underWay(@Nullable UUID after, int limit) {
        return jdbc.sql(REF + """
                         where s.mode = 'LIVE' and s.state <> 'CLOSED' and (cast(:after as uuid) is null or s.id > :after)
                        order by s.id limit :limit
                        """)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> ref(row))
                .list();
    }

    /**
     * The season of an address.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 without any mandate, 404 when it is not there or not to be seen
     */
    public Ref visible(Caller caller, UUID id) {
        return seen(caller, id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /**
     * The season named in a request.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 at {@code pointer} when it is not there or not to be seen
     */
    public Ref named(Caller caller, String pointer, UUID id) {
        return seen(caller, id)
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of(pointer, "not-found")).asException());
    }

    /** Whether the caller may act for the cluster in this season. */
    public boolean mayAct(Caller caller, Ref season) {
        return mandates.may(caller, Ability.CLUSTERS_WRITE.permission(), season.organiserId())
                || mayLead(caller, season);
    }

    /**
     * Asks before a write for the cluster in this season: whoever has the office at the organiser, or officers and leaders of
     * the unit that heads this season. Heading another season gives nothing.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 when neither
     */
    public Basis requireActing(Caller caller, Ref season) {
        var organiser = Ability.CLUSTERS_WRITE.permission();
        if (!mandates.may(caller, organiser, season.organiserId()) && mayLead(caller, season)) {
            return mandates.require(caller, Ability.SEASONS_LEAD.permission(), Objects.requireNonNull(season.headId()));
        }
        return mandates.require(caller, organiser, season.organiserId());
    }

    /** Asks before what only the organiser's side may do with a season. */
    public Basis requireOrganiser(Caller caller, Ref season) {
        return mandates.require(caller, Ability.CLUSTERS_WRITE.permission(), season.organiserId());
    }

    /** Units that are members of the season's cluster on at least one of its days. */
    public List<UUID> members(Ref season) {
        return clusters.membersDuring(season.clusterId(), season.from(), season.until());
    }

    private boolean mayLead(Caller caller, Ref season) {
        return season.headId() != null
                && caller.kind() == Caller.Kind.PERSON
                && mandates.may(caller, Ability.SEASONS_LEAD.permission(), season.headId());
    }

    private Optional<Ref> seen(Caller caller, UUID id) {
        var reach = clusters.reach(caller);
        return find(id).filter(season ->
                reach == null || mandates.may(caller, Ability.CLUSTERS_READ.permission(), season.organiserId()));
    }

    private static Ref ref(ResultSet row) throws SQLException {
        var live = "LIVE".equals(row.getString("mode"));
        return new Ref(
                row.getObject("id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getObject("organiser_id", UUID.class),
                row.getString("name"),
                Objects.requireNonNull(Rows.date(row, "from")),
                Objects.requireNonNull(Rows.date(row, "until")),
                live,
                "OPEN".equals(row.getString("state")),
                live && "CLOSED".equals(row.getString("state")),
                row.getObject("head_id", UUID.class));
    }
}
