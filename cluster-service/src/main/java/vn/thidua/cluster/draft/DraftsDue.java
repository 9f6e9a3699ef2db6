package vn.thidua.cluster.draft;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.season.DueFacts;

/**
 * Whoever is asked owes a comment on the newest version until the last day, be it that there is nothing to say; whoever leads owes the
 * answers until the conference.
 */
@Component
class DraftsDue implements DueFacts {
    @Override
    public Optional<String> owedByMembers() {
        return Optional.of("""
                select d.season_id, 'DRAFT_COMMENT', a.unit_id, d.id, d.title, d.comments_until, false, null::date, null::uuid[]
                from draft d
                cross join lateral (select u as unit_id from draft_asks(d.id) as u) a
                where d.season_id = any(:seasons) and d.withdrawn_at is null and d.comments_until >= (select day from today)
                  and not exists (
                      select from draft_comment x where x.about_id = d.id and x.unit_id = a.unit_id
                      and x.number = (select max(v.number) from draft_version v where v.draft_id = d.id))
                union all
                select d.season_id, 'DRAFT_ANSWER', null, d.id, d.title, c.held_on, false, null, null
                from draft d join conference c on c.id = d.conference_id
                where d.season_id = any(:seasons) and d.withdrawn_at is null
                  and exists (select from draft_comment x where x.about_id = d.id and x.outcome is null)
                """);
    }
}
