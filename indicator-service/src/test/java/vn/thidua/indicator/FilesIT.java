package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.value;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class FilesIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, true);
    private final UUID period = season.promised().period("H1", 10);
    private final Api officer = season.officer(season.first);

    @Test
    void evidenceIsSeenByWhoeverSeesTheReportAndByNobodyElse() {
        var report = season.report(period, season.first);
        var file = LivingSeason.file(officer, "thu%20ng%C3%A2n%20s%C3%A1ch.txt", "132.134 tỷ đồng");
        assertThat(season.standing().get("/api/v1/files/indicator/" + file).status())
                .isEqualTo(404);
        save(report, 0, file);
        var got = season.standing().get("/api/v1/files/indicator/" + file);
        assertThat(got.text()).isEqualTo("132.134 tỷ đồng");
        assertThat(got.header("Content-Disposition")).startsWith("attachment").contains("UTF-8''thu%20ng");
        assertThat(season.officer(season.second)
                        .get("/api/v1/files/indicator/" + file)
                        .status())
                .isEqualTo(404);
        var shown = officer.get("/api/v1/reports/" + report)
                .body()
                .path("rows")
                .path(0)
                .path("cell")
                .path("evidence");
        assertThat(shown.path(0).path("name").asString()).isEqualTo("thu ngân sách.txt");
    }

    @Test
    void nobodyProvesAnythingWithAFileThatSomebodyElseBroughtIn() {
        var report = season.report(period, season.first);
        var foreign = LivingSeason.file(season.officer(season.second), "khac.txt", "của đơn vị khác");
        var refused = officer.put(cell(report, budget), 0, TriedOn.with(value(1), "evidence", List.of(foreign)));
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("evidence-unknown");
        var own = LivingSeason.file(officer, "minh.txt", "của mình");
        save(report, 0, own);
        // The unit's leader may leave the officer's evidence in place.
        var kept = season.leader(season.first)
                .put(cell(report, budget), 1, TriedOn.with(value(2), "evidence", List.of(own)));
        assertThat(kept.status()).isEqualTo(200);
    }

    @Test
    void anIndicatorThatAsksForEvidenceIsNotHandedInWithoutIt() {
        var report = season.report(period, season.first);
        officer.put(cell(report, budget), 0, value(1));
        var leader = season.leader(season.first);
        var refused = leader.post("/api/v1/reports/" + report + "/submission", null);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("evidence-missing");
        officer.put(
                cell(report, budget),
                1,
                TriedOn.with(value(1), "evidence", List.of(LivingSeason.file(officer, "a.txt", "bảng số"))));
        assertThat(leader.post("/api/v1/reports/" + report + "/submission", null)
                        .status())
                .isEqualTo(200);
    }

    private void save(UUID report, int version, UUID file) {
        LivingSeason.ok(officer.put(cell(report, budget), version, TriedOn.with(value(1), "evidence", List.of(file))));
    }
}
