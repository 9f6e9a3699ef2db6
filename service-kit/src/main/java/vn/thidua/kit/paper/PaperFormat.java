package vn.thidua.kit.paper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The files a paper can become: one to go on writing in, one to read and print. */
public enum PaperFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", PaperDocx::write),
    PDF("application/pdf", PaperPdf::write);

    private final MediaType type;
    private final Function<List<Paper>, byte[]> writer;

    PaperFormat(String type, Function<List<Paper>, byte[]> writer) {
        this.type = MediaType.parseMediaType(type);
        this.writer = writer;
    }

    /**
     * The papers as one file to keep.
     *
     * @param name of the file, without its ending
     * @param papers each begins a page; at least one
     */
    public ResponseEntity<byte[]> answer(String name, List<Paper> papers) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + name().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(writer.apply(papers));
    }
}
