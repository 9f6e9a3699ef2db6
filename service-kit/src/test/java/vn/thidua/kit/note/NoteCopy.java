package vn.thidua.kit.note;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** What another service keeps of notes, with a record of every effect and a place where a test can interfere. */
@Component
class NoteCopy implements FeedHandler {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private volatile @Nullable Runnable afterEffect;

    NoteCopy(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Runs once, in the transaction, after the next effect and before the cursor moves. */
    void afterNextEffect(Runnable interference) {
        afterEffect = interference;
    }

    @Override
    public String source() {
        return "cluster";
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of("note");
    }

    @Override
    public void apply(FeedEvent event) {
        var text = event.dataAs(json, NoteService.Published.class).text();
        jdbc.sql("""
                        insert into note_copy (id, text, version) values (:id, :text, :version)
                        on conflict (id) do update set text = excluded.text, version = excluded.version
                        """)
                .param("id", event.aggregateId())
                .param("text", text)
                .param("version", event.version())
                .update();
        jdbc.sql("insert into note_effect (id, version) values (:id, :version)")
                .param("id", event.aggregateId())
                .param("version", event.version())
                .update();
        var interference = afterEffect;
        if (interference != null) {
            afterEffect = null;
            interference.run();
        }
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        jdbc.sql("delete from note_copy where id = :id").param("id", id).update();
    }
}
