package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.provenance.Provenance;
import vn.thidua.indicator.scoresheet.SheetBody.Content;

/** A sheet written as a workbook and read again. */
public final class ThroughAWorkbook {
    private static final UUID ORGANISER = UUID.randomUUID();

    private ThroughAWorkbook() {}

    /** The sheet that came back, after it was found to have the same canonical text and the same hash. */
    public static Sheet same(Sheet sheet) {
        var after = again(sheet);
        assertThat(SheetText.write(after)).isEqualTo(SheetText.write(sheet));
        assertThat(Canonical.sha256(SheetText.write(after))).isEqualTo(Canonical.sha256(SheetText.write(sheet)));
        return after;
    }

    private static Sheet again(Sheet sheet) {
        var known = new ArrayList<WorkbookIndicators.Known>();
        var codes = new HashMap<UUID, String>();
        for (var id : ScoresheetService.indicators(sheet)) {
            codes.put(id, "CT" + codes.size());
            known.add(new WorkbookIndicators.Known(id, ORGANISER, Objects.requireNonNull(codes.get(id))));
        }
        var reading = WorkbookReading.read(written(sheet, codes));
        assertThat(reading.faults()).isEmpty();
        assertThat(WorkbookIndicators.resolve(reading.body(), ORGANISER, known)).isEmpty();
        return SheetReader.read(JsonMapper.shared().treeToValue(reading.body(), Content.class));
    }

    /** @param codes of the indicators that the sheet names */
    static byte[] written(Sheet sheet, Map<UUID, String> codes) {
        var out = new ByteArrayOutputStream();
        var scoresheet = new Scoresheet(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                1,
                "Bảng điểm",
                Scoresheet.Status.DRAFT,
                SheetText.write(sheet),
                null,
                null,
                Provenance.INVENTED,
                null,
                1);
        try {
            WorkbookWriting.write(out, scoresheet, codes, Map.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
