package vn.thidua.kit.paper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The files a paper can become: one to go on writing in, one to read and print. */
public enum PaperFormat {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("application/pdf");

    private final String type;

    PaperFormat(String type) {
        this.type = type;
    }

    /**
     * The papers as one file to keep.
     *
     * @param name of the file, without its ending
     * @param papers each begins a page; at least one
     */
    public ResponseEntity<byte[]> answer(String name, List<Paper> papers) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + name().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(
                        switch (this) {
                            case DOCX -> PaperDocx.write(papers);
                            case PDF -> PaperPdf.write(papers);
                        });
    }
}
