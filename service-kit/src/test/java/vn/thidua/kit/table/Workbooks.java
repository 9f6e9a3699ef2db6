package vn.thidua.kit.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks made by hand, as good programs and bad people make them. */
public final class Workbooks {
    /** Writes a part. */
    public interface Part {
        void to(OutputStream out) throws IOException;
    }

    private static final String MAIN = """
            <workbook xmlns:r="urn:r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/></sheets></workbook>
            """;
    private static final String RELATIONS = """
            <Relationships><Relationship Id="rId2" Target="worksheets/sheet2.xml"/><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>
            """;

    private Workbooks() {}

    public static byte[] sheet(String data) {
        return of(
                Map.of("xl/worksheets/sheet1.xml", text("<worksheet><sheetData>" + data + "</sheetData></worksheet>")));
    }

    public static byte[] of(Map<String, Part> parts) {
        var all = new LinkedHashMap<String, Part>();
        all.put("xl/workbook.xml", text(MAIN));
        all.put("xl/_rels/workbook.xml.rels", text(RELATIONS));
        all.putAll(parts);
        return zip(all);
    }

    public static byte[] zip(Map<String, Part> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().to(zip);
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static Part text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same piece again and again between a beginning and an end. */
    public static Part repeated(String beginning, String piece, long bytes, String end) {
        return out -> {
            var block = piece.repeat(Math.max(1, 8192 / piece.length())).getBytes(StandardCharsets.UTF_8);
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < bytes; written += block.length) {
                out.write(block);
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
        };
    }

    static List<List<TableValue>> rows(byte[] file, TableLimits limits) {
        var rows = new ArrayList<List<TableValue>>();
        XlsxReader.read(() -> new ByteArrayInputStream(file), limits, (_, cells) -> rows.add(cells));
        return rows;
    }
}
