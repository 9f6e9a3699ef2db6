package vn.thidua.cluster.attachment;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.exemplar.ExemplarSight;
import vn.thidua.kit.file.FileGuard;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.mandate.Permission;
import vn.thidua.kit.security.Caller;

/**
 * A file is seen by whoever sees the cluster in which something names it, or the exemplar whose picture it is; what it is attached to asks
 * again who may bring it.
 */
@Repository
class Attachments implements FileGuard {
    private final JdbcClient jdbc;
    private final Mandates mandates;
    private final ExemplarSight exemplars;

    Attachments(JdbcClient jdbc, Mandates mandates, ExemplarSight exemplars) {
        this.jdbc = jdbc;
        this.mandates = mandates;
        this.exemplars = exemplars;
    }

    @Override
    public Permission uploading() {
        return Ability.FILES_BRING.permission();
    }

    @Override
    public boolean isVisible(Caller caller, UUID fileId) {
        return exemplars.showsPicture(caller, fileId) || isOfCluster(caller, fileId);
    }

    private boolean isOfCluster(Caller caller, UUID fileId) {
        var reading = Ability.CLUSTERS_READ.permission();
        if (mandates.reach(caller, reading).isEmpty()) {
            return false;
        }
        return jdbc
                .sql("""
                        select c.organiser_id from paper_count p join cluster c on c.id = p.cluster_id where p.file_id = :file
                        union
                        select c.organiser_id from compact_signed_file f join compact p on p.id = f.compact_id
                        join cluster c on c.id = p.cluster_id where f.file_id = :file
                        union
                        select c.organiser_id from draft_version v join draft d on d.id = v.draft_id
                        join conference m on m.id = d.conference_id join cluster c on c.id = m.cluster_id where v.file_id = :file
                        union
                        select c.organiser_id from founding_decision d join cluster c on c.id = d.cluster_id where d.file_id = :file
                        """)
                .param("file", fileId)
                .query((row, _) -> row.getObject("organiser_id", UUID.class))
                .list()
                .stream()
                .anyMatch(organiser -> caller.kind() == Caller.Kind.PERSON || mandates.may(caller, reading, organiser));
    }
}
