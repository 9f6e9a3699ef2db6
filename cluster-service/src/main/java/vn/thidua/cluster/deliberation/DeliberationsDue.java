package vn.thidua.cluster.deliberation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.season.DueFacts;

/** Whose vote on a draft is missing. That a regulation is adopted is the season's own matter. */
@Component
class DeliberationsDue implements DueFacts {
    @Override
    public Optional<String> owedByMembers() {
        return Optional.of("""
                select d.season_id, 'DRAFT_VOTE', v.unit_id, d.id, null::text, null::date, false, null::date, null::uuid[]
                from deliberation d join deliberation_voter v on v.deliberation_id = d.id
                where d.season_id = any(:seasons) and d.status = 'VOTING' and not exists (
                    select from deliberation_vote x where x.deliberation_id = d.id and x.unit_id = v.unit_id)
                """);
    }
}
