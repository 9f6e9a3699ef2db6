package vn.thidua.cluster.papercount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.mandate.Basis;

/** Writes counts of votes on paper. Who counted is the person behind the mandate. */
@Repository
class PaperCountStore {
    /** A count with what it is of. */
    record Recorded(PaperPoll.Kind kind, UUID pollId, UUID clusterId, int eligible, PaperCount count, UUID fileId) {
        @Nullable
        UUID pollId(PaperPoll.Kind of) {
            return kind == of ? pollId : null;
        }
    }

    private final JdbcClient jdbc;

    PaperCountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(Recorded recorded, Basis basis) {
        var count = recorded.count();
        return jdbc.sql("""
                        insert into paper_count (cluster_id, election_id, deliberation_id, eligible, issued, collected, valid, invalid,
                                                 blank, votes, file_id, recorded_by, recorded_mandate)
                        select :cluster, :election, :deliberation, :eligible, :issued, :collected, :valid, :invalid, :blank,
                               (select jsonb_object_agg(v.option, v.votes)
                                from unnest(cast(:options as text[]), cast(:votes as int[])) as v(option, votes)),
                               :file, m.person_id, m.id
                        from mandate m where m.id = :mandate
                        returning id
                        """)
                .param("cluster", recorded.clusterId())
                .param("election", recorded.pollId(PaperPoll.Kind.ELECTION), Types.OTHER)
                .param("deliberation", recorded.pollId(PaperPoll.Kind.DELIBERATION), Types.OTHER)
                .param("eligible", recorded.eligible())
                .param("issued", count.issued())
                .param("collected", count.collected())
                .param("valid", count.valid())
                .param("invalid", count.invalid())
                .param("blank", count.blank())
                .param("options", count.votes().keySet().toArray(String[]::new))
                .param("votes", count.votes().values().toArray(Integer[]::new))
                .param("file", recorded.fileId())
                .param("mandate", basis.mandateId())
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }

    /** The count that stands for a vote: recorded, and not rejected. */
    Optional<UUID> standing(PaperPoll.Kind kind, UUID pollId) {
        return jdbc.sql("""
                        select id from paper_count
                        where status <> 'REJECTED' and case :kind when 'ELECTION' then election_id else deliberation_id end = :poll
                        """)
                .param("kind", kind.name())
                .param("poll", pollId)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional();
    }

    Optional<Recorded> find(UUID id) {
        return jdbc.sql("""
                        select p.cluster_id, p.election_id, p.deliberation_id, p.eligible, p.issued, p.collected, p.valid, p.invalid,
                               p.blank, p.file_id, v.options, v.counts
                        from paper_count p cross join lateral (
                            select array_agg(x.key order by x.key) as options, array_agg(x.value::int order by x.key) as counts
                            from jsonb_each_text(p.votes) x) v
                        where p.id = :id
                        """).param("id", id).query((row, _) -> recorded(row)).optional();
    }

    String status(UUID id) {
        return jdbc.sql("select status from paper_count where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    boolean isRecordedBy(UUID id, Basis basis) {
        return jdbc.sql("""
                        select exists (select from paper_count p join mandate m on m.person_id = p.recorded_by
                                       where p.id = :id and m.id = :mandate)
                        """)
                .param("id", id)
                .param("mandate", basis.mandateId())
                .query(Boolean.class)
                .single();
    }

    void judge(UUID id, String status, @Nullable String reason, Basis basis) {
        jdbc.sql("""
                        update paper_count p set status = :status, reason = :reason, judged_at = kit.business_now(),
                               judged_by = m.person_id, judged_mandate = m.id
                        from mandate m where p.id = :id and m.id = :mandate
                        """)
                .param("id", id)
                .param("status", status)
                .param("reason", reason, Types.VARCHAR)
                .param("mandate", basis.mandateId())
                .update();
    }

    static PaperCount count(ResultSet row) throws SQLException {
        return new PaperCount(
                row.getInt("issued"),
                row.getInt("collected"),
                row.getInt("valid"),
                row.getInt("invalid"),
                row.getInt("blank"),
                votes(row));
    }

    static PaperPoll.Kind kind(ResultSet row) throws SQLException {
        return row.getObject("election_id") == null ? PaperPoll.Kind.DELIBERATION : PaperPoll.Kind.ELECTION;
    }

    static UUID pollId(ResultSet row) throws SQLException {
        var election = row.getObject("election_id", UUID.class);
        return election == null ? Objects.requireNonNull(row.getObject("deliberation_id", UUID.class)) : election;
    }

    private static Map<String, Integer> votes(ResultSet row) throws SQLException {
        var options = Arrays.asList((String[]) row.getArray("options").getArray());
        var counts = (Integer[]) row.getArray("counts").getArray();
        var votes = new HashMap<String, Integer>();
        for (int i = 0; i < counts.length; i++) {
            votes.put(options.get(i), counts[i]);
        }
        return votes;
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                kind(row),
                pollId(row),
                row.getObject("cluster_id", UUID.class),
                row.getInt("eligible"),
                count(row),
                row.getObject("file_id", UUID.class));
    }
}
