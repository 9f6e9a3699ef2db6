package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** People talk about a cell where it stands: asked, answered, settled, taken up again; nothing said is rewritten. */
class CommentsIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID jobs = season.indicator("COUNT", "RAISE", 0, false);
    private final UUID period = season.promised().period("H1", 10);
    private final UUID report = season.report(period, season.first);
    private final String comments = "/api/v1/reports/" + report + "/comments";
    private final Api unit = season.officer(season.first);
    private final Api verifier = season.at(season.organiser, "VERIFIER");

    @Test
    void aQuestionIsAnsweredSettledAndTakenUpAgainAndAllOfItStays() {
        LivingSeason.ok(unit.put(LivingSeason.cell(report, budget), 0, LivingSeason.value(120)));
        var asked = say(verifier, budget, "Số này lấy ở đâu?");
        var thread = asked.body().path("threadId").asString();
        LivingSeason.ok(unit.put(LivingSeason.cell(report, budget), 1, LivingSeason.value(130)));
        LivingSeason.created(
                unit.post(comments, Map.of("indicatorId", budget, "threadId", thread, "text", "Theo kho bạc.")));
        assertThat(unit.post(comments + "/" + thread + "/resolution", null).status())
                .isEqualTo(204);
        assertThat(unit.post(comments + "/" + thread + "/resolution", null).status())
                .isEqualTo(409);
        assertThat(unit.post(comments, Map.of("indicatorId", budget, "threadId", thread, "text", "Còn nữa."))
                        .status())
                .as("what is settled is taken up again first")
                .isEqualTo(409);
        assertThat(verifier.post(comments + "/" + thread + "/reopening", null).status())
                .isEqualTo(204);

        var threads = unit.get(comments + "?indicatorId=" + budget).body().path("items");
        assertThat(threads).hasSize(1);
        assertThat(threads.path(0).path("resolved").asBoolean()).isFalse();
        var said = threads.path(0).path("comments");
        assertThat(said.findValuesAsString("kind")).containsExactly("SAID", "SAID", "RESOLVED", "REOPENED");
        assertThat(said.path(0).path("value").decimalValue())
                .as("what stood there when it was asked")
                .isEqualByComparingTo("120");
        assertThat(said.path(1).path("value").decimalValue()).isEqualByComparingTo("130");
        assertThat(said.path(0).path("role").asString()).isEqualTo("VERIFIER");
        assertThat(said.path(0).path("own").asBoolean()).isFalse();
        assertThat(said.path(1).path("own").asBoolean()).isTrue();
        assertThat(unit.get(comments + "?indicatorId=" + jobs).body().path("items"))
                .isEmpty();
    }

    @Test
    void onesOwnWordsAreTakenBackOnceAndThatTheyWereSaidStaysToBeSeen() throws SQLException {
        var asked = say(verifier, budget, "Nhầm ô");
        var withdrawal = comments + "/" + asked.id() + "/withdrawal";
        assertThat(unit.post(withdrawal, null).status()).as("nobody else's").isEqualTo(403);
        assertThat(verifier.post(withdrawal, null).status()).isEqualTo(204);
        assertThat(verifier.post(withdrawal, null).status()).isEqualTo(409);
        var said =
                unit.get(comments).body().path("items").path(0).path("comments").path(0);
        assertThat(said.path("text").isNull()).isTrue();
        assertThat(said.path("withdrawnAt").isNull()).isFalse();
        assertThat(counts(unit))
                .as("a thread of which nothing stands counts nowhere")
                .isEmpty();
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("delete from cell_comment"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeUpdate("update cell_comment set body = 'khác'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update cell_comment set withdrawn_at = null where id = '%s'".formatted(asked.id())))
                    .hasMessageContaining("withdrawn");
        }
    }

    @Test
    void othersAreToldWhatHappenedInAThreadInItsOrderButNotTheWords() throws SQLException {
        var asked = say(verifier, budget, "Ông Nguyễn Văn A khai số này?");
        var thread = asked.body().path("threadId").asString();
        verifier.post(comments + "/" + thread + "/resolution", null);
        verifier.post(comments + "/" + asked.id() + "/withdrawal", null);
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.prepareStatement("""
                        select string_agg(event_type, ',' order by aggregate_version), string_agg(data::text, ' '), max(aggregate_version),
                               bool_or(data #>> '{comments,0,withdrawnAt}' is not null and aggregate_version = 3)
                        from (select aggregate_id, aggregate_version, event_type, data from kit.feed_event
                              union all select aggregate_id, aggregate_version, event_type, data from kit.outbox) told
                        where aggregate_id = ?
                        """)) {
            statement.setObject(1, UUID.fromString(thread));
            var row = statement.executeQuery();
            row.next();
            assertThat(row.getString(1))
                    .isEqualTo(
                            "vn.thidua.cell-thread.said,vn.thidua.cell-thread.resolved,vn.thidua.cell-thread.withdrawn");
            assertThat(row.getString(2)).contains(budget.toString()).doesNotContain("Nguyễn");
            assertThat(row.getLong(3)).isEqualTo(3);
            assertThat(row.getBoolean(4)).isTrue();
        }
    }

    @Test
    void thePeriodCountsOpenAndSettledThreadsByCellForThoseWhoSeeIntoTheReports() {
        var settled = say(unit, budget, "Đã rõ").body().path("threadId").asString();
        say(unit, budget, "Chưa rõ");
        say(verifier, jobs, "Kiểm lại");
        unit.post(comments + "/" + settled + "/resolution", null);
        var counts = counts(season.standing());
        assertThat(counts).hasSize(2);
        var ofBudget = counts.path(0).path("indicatorId").asString().equals(budget.toString())
                ? counts.path(0)
                : counts.path(1);
        assertThat(ofBudget.path("open").asInt()).isEqualTo(1);
        assertThat(ofBudget.path("resolved").asInt()).isEqualTo(1);
        assertThat(ofBudget.path("unitId").asString()).isEqualTo(season.first.toString());
        assertThat(counts(season.officer(season.second)))
                .as("another member does not listen in")
                .isEmpty();
    }

    @Test
    void whoeverOnlySeesSharedFiguresDoesNotReadWhatIsSaidOfThem() {
        var shared = "/api/v1/reports/" + season.submitted(period, season.second, 100);
        season.figuresAreShared("ADOPTED");
        assertThat(unit.get(shared).status()).isEqualTo(200);
        assertThat(unit.get(shared + "/comments").status()).isEqualTo(404);
        assertThat(unit.post(shared + "/comments", Map.of("indicatorId", budget, "text", "hỏi"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theClustersSecretaryReadsAndSpeaksAtTheOrganiserAndAtTheHead() {
        for (var secretary :
                new Api[] {season.at(season.organiser, "CLUSTER_SECRETARY"), season.at(season.head, "CLUSTER_SECRETARY")
                }) {
            LivingSeason.created(say(secretary, budget, "Xin bổ sung thuyết minh"));
        }
        assertThat(season.at(season.second, "CLUSTER_SECRETARY").get(comments).status())
                .isEqualTo(404);
    }

    @Test
    void aCellThatTheReportDoesNotHaveAndAThreadOfAnotherCellAreRefused() {
        assertThat(say(unit, UUID.randomUUID(), "hỏi").status()).isEqualTo(422);
        var thread = say(unit, budget, "hỏi").body().path("threadId").asString();
        assertThat(unit.post(comments, Map.of("indicatorId", jobs, "threadId", thread, "text", "đáp"))
                        .status())
                .isEqualTo(422);
        assertThat(unit.get(comments + "?limit=1").body().path("items")).hasSize(1);
    }

    private Api.Answer say(Api by, UUID indicator, String text) {
        return by.post(comments, Map.of("indicatorId", indicator, "text", text));
    }

    private JsonNode counts(Api by) {
        return LivingSeason.ok(by.get("/api/v1/periods/" + period + "/comments"))
                .body();
    }
}
