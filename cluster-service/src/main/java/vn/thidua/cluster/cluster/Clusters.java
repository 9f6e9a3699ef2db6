package vn.thidua.cluster.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.access.Ability;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** What other features ask about clusters: which there are, who may see them, who their members are. */
@Repository
public class Clusters {
    /** A cluster as other features need it. */
    public record Ref(UUID id, String name, UUID organiserId) {}

    private final JdbcClient jdbc;
    private final Mandates mandates;

    Clusters(JdbcClient jdbc, Mandates mandates) {
        this.jdbc = jdbc;
        this.mandates = mandates;
    }

    /**
     * The organisers whose clusters an agency may see; null for people, who see all once they hold any mandate.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 when the caller may see none
     */
    public @Nullable Reach reach(Caller caller) {
        var reach = mandates.reach(caller, Ability.CLUSTERS_READ.permission());
        if (reach.isEmpty()) {
            throw Problem.because(ProblemType.FORBIDDEN, "no-mandate").asException();
        }
        return caller.kind() == Caller.Kind.PERSON ? null : reach;
    }

    /**
     * The cluster of an address.
     *
     * @throws vn.thidua.kit.problem.ProblemException 403 without any mandate, 404 when it is not there or not to be seen
     */
    public Ref visible(Caller caller, UUID id) {
        return seen(caller, id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /**
     * The cluster named in a request.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 at {@code pointer} when it is not there or not to be seen
     */
    public Ref named(Caller caller, String pointer, UUID id) {
        return seen(caller, id)
                .orElseThrow(() ->
                        Problem.invalid(FieldError.of(pointer, "not-found")).asException());
    }

    /** Asks before a write that only the organiser's side may do. */
    public Basis requireOrganiser(Caller caller, Ref cluster) {
        return mandates.require(caller, Ability.CLUSTERS_WRITE.permission(), cluster.organiserId());
    }

    /**
     * Holds the cluster until the transaction ends, so that nobody joins or leaves meanwhile. Take it before the row of a
     * season of the cluster.
     */
    public void hold(UUID clusterId) {
        jdbc.sql("select id from cluster where id = :id for update")
                .param("id", clusterId)
                .query(UUID.class)
                .single();
    }

    /** Units that are members on at least one day of a time, by id. */
    public List<UUID> membersDuring(UUID clusterId, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select distinct unit_id from membership
                        where cluster_id = :cluster and during && daterange(:from, :until) order by unit_id
                        """)
                .param("cluster", clusterId)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    /** Units that are members on a day, by id. */
    public List<UUID> membersOn(UUID clusterId, LocalDate day) {
        return membersDuring(clusterId, day, day.plusDays(1));
    }

    private Optional<Ref> seen(Caller caller, UUID id) {
        var reach = reach(caller);
        return jdbc.sql("select id, name, organiser_id from cluster where id = :id")
                .param("id", id)
                .query((row, _) -> new Ref(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("organiser_id", UUID.class)))
                .optional()
                .filter(found ->
                        reach == null || mandates.may(caller, Ability.CLUSTERS_READ.permission(), found.organiserId()));
    }
}
