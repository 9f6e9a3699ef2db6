package vn.thidua.cluster.deliberation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.mandate.Basis;

/** Writes what members say to a draft. Who speaks is the person behind the mandate. */
@Repository
class HearingStore {
    private final JdbcClient jdbc;

    HearingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many lines the draft has. */
    int paragraphs(UUID id) {
        return jdbc.sql("""
                        select cardinality(string_to_array(r.body, E'\\n'))
                        from deliberation d join regulation r on r.season_id = d.season_id and r.number = d.draft where d.id = :id
                        """).param("id", id).query(Integer.class).single();
    }

    boolean isVoter(UUID id, UUID unitId) {
        return jdbc.sql(
                        "select exists (select from deliberation_voter where deliberation_id = :id and unit_id = :unit)")
                .param("id", id)
                .param("unit", unitId)
                .query(Boolean.class)
                .single();
    }

    /** False when the member has voted before. */
    boolean vote(UUID id, UUID unitId, Deliberation.Choice choice, Basis basis) {
        return jdbc.sql("""
                        insert into deliberation_vote (deliberation_id, unit_id, choice, person_id, mandate_id)
                        select :id, :unit, :choice, m.person_id, m.id from mandate m where m.id = :mandate
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("unit", unitId)
                        .param("choice", choice.name())
                        .param("mandate", basis.mandateId())
                        .update()
                > 0;
    }

    Optional<Deliberation.Choice> choice(UUID id, UUID unitId) {
        return jdbc.sql("select choice from deliberation_vote where deliberation_id = :id and unit_id = :unit")
                .param("id", id)
                .param("unit", unitId)
                .query(String.class)
                .optional()
                .map(Deliberation.Choice::valueOf);
    }
}
