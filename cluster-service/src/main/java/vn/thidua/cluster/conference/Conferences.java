package vn.thidua.cluster.conference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** What other features ask about conferences. */
@Repository
public class Conferences {
    /** A conference as other features need it, with the seasons it serves. */
    public record Ref(UUID id, UUID clusterId, UUID organiserId, LocalDate heldOn, List<UUID> seasonIds) {
        public Ref {
            seasonIds = List.copyOf(seasonIds);
        }
    }

    private final JdbcClient jdbc;
    private final Clusters clusters;
    private final Seasons seasons;
    private final Mandates mandates;

    Conferences(JdbcClient jdbc, Clusters clusters, Seasons seasons, Mandates mandates) {
        this.jdbc = jdbc;
        this.clusters = clusters;
        this.seasons = seasons;
        this.mandates = mandates;
    }

    public Optional<Ref> find(UUID id) {
        return jdbc.sql("""
                        select c.id, c.cluster_id, k.organiser_id, c.held_on,
                               array(select distinct p.season_id from conference_purpose p where p.conference_id = c.id) as seasons
                        from conference c join cluster k on k.id = c.cluster_id where c.id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new Ref(
                        row.getObject("id", UUID.class),
                        row.getObject("cluster_id", UUID.class),
                        row.getObject("organiser_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "held_on")),
                        List.of((UUID[]) row.getArray("seasons").getArray())))
                .optional();
    }

    /**
     * The conference of an address.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 without any mandate, 404 when it is not there or not to be seen
     */
    public Ref visible(Caller caller, UUID id) {
        return seen(caller, id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /**
     * The conference named in a request.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 at {@code pointer} when it is not there or not to be seen
     */
    public Ref named(Caller caller, String pointer, UUID id) {
        return seen(caller, id)
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of(pointer, "not-found")).asException());
    }

    private Optional<Ref> seen(Caller caller, UUID id) {
        var reach = clusters.reach(caller);
        return find(id).filter(found ->
                reach == null || mandates.may(caller, Ability.CLUSTERS_READ.permission(), found.organiserId()));
    }

    /** Asks before a write for a conference: whoever may act for one of the seasons it serves, without any the organiser's side. */
    public Basis requireActing(Caller caller, Ref conference) {
        return requireActing(caller, conference.clusterId(), conference.seasonIds());
    }

    Basis requireActing(Caller caller, UUID clusterId, Collection<UUID> seasonIds) {
        var cluster = clusters.visible(caller, clusterId);
        return seasonIds.stream()
                .map(season -> seasons.find(season).orElseThrow())
                .filter(season -> seasons.mayAct(caller, season))
                .findFirst()
                .map(season -> seasons.requireActing(caller, season))
                .orElseGet(() -> clusters.requireOrganiser(caller, cluster));
    }

    /**
     * Of the seasons that the conference serves, the last that is under way: in its course units are told.
     *
     * @throws vn.thidua.kit.problem.ProblemException 409 when none is
     */
    public UUID requireLiveSeason(UUID id) {
        return jdbc.sql("""
                        select s.id from conference_purpose p join season s on s.id = p.season_id
                        where p.conference_id = :conference and s.mode = 'LIVE' and s.state <> 'CLOSED'
                        order by lower(s.during) desc, s.id limit 1
                        """)
                .param("conference", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.because(ProblemType.CONFLICT, "conference-not-live")
                        .asException());
    }

    /**
     * The conference named in a request about a cluster.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 at {@code pointer} when the cluster has no such conference
     */
    public Ref named(String pointer, UUID id, UUID clusterId) {
        return find(id).filter(found -> found.clusterId().equals(clusterId))
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of(pointer, "not-found")).asException());
    }
}
