package vn.thidua.cluster.table;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotNull;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.table.XlsxWriter;

/** Writes tables to be filled in, and says what is wrong with the rows of a filled one. */
@Component
public class TableTelling {
    private static final int EMPTY_ROWS = 500;
    private static final TableColumn FAULT = TableColumn.shown("Lỗi", 48);
    private static final String REFUSED_ROWS = "Dòng chưa nhận";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** A row that was judged. */
    public interface Judged {
        ReadRow<?> read();

        /** Pointers are {@code /field}; none when it is right. */
        List<FieldError> errors();
    }

    /**
     * What is wrong with a row.
     *
     * @param row as the spreadsheet shows it, or its place among the rows sent, from 1
     * @param pointer the field at fault
     * @param column heading of its cell
     */
    public record RowError(
            int row,
            @NotNull String pointer,
            @NotNull String column,
            @NotNull String code,
            @NotNull String detail) {}

    private final ProblemRenderer texts;

    TableTelling(ProblemRenderer texts) {
        this.texts = texts;
    }

    /** Refuses to write a table that could not come back. */
    public static void requireFits(String pointer, int rows) {
        if (rows > TableForm.MOST) {
            throw Problem.invalid(FieldError.of(pointer, "file-too-many-rows", TableForm.MOST))
                    .asException();
        }
    }

    /** The lines and room below them for others. */
    public void write(HttpServletResponse response, TableForm form, List<List<@Nullable Object>> lines)
            throws IOException {
        response.setContentType(TableForm.XLSX);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(form.title()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        var columns = form.columnList();
        try (var table = new XlsxWriter(response.getOutputStream(), form.title(), columns, form.guidance())) {
            for (var line : lines) {
                table.row(line);
            }
            for (int i = 0; i < EMPTY_ROWS; i++) {
                table.row(Collections.<@Nullable Object>nCopies(columns.size(), null));
            }
        }
    }

    public List<RowError> errors(TableForm form, List<? extends Judged> rows, Locale locale) {
        var errors = new ArrayList<RowError>();
        for (var row : rows) {
            for (var error : row.errors()) {
                errors.add(new RowError(
                        row.read().number(),
                        error.pointer(),
                        form.heading(error.pointer()),
                        error.code(),
                        texts.text(error, locale)));
            }
        }
        return errors;
    }

    /** The refused rows as they came, with what is wrong beside them; mended there, they can be sent again. */
    public ResponseEntity<byte[]> failures(TableForm form, List<? extends Judged> rows, Locale locale)
            throws IOException {
        var columns = new ArrayList<TableColumn>(form.columnList());
        columns.add(FAULT);
        var out = new ByteArrayOutputStream();
        try (var table = new XlsxWriter(out, REFUSED_ROWS, columns, form.guidance())) {
            for (var row : rows) {
                var line = row.read().line();
                if (line == null || row.errors().isEmpty()) {
                    continue;
                }
                var values = new ArrayList<@Nullable Object>();
                for (var column : form.columns().values()) {
                    values.add(raw(line.at(column)));
                }
                values.add(row.errors().stream()
                        .map(error -> form.heading(error.pointer()) + ": " + texts.text(error, locale))
                        .collect(Collectors.joining("; ")));
                table.row(values);
            }
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(REFUSED_ROWS))
                .contentType(MediaType.parseMediaType(TableForm.XLSX))
                .body(out.toByteArray());
    }

    /** The day as people write it, null when there is none. */
    public static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    private static @Nullable Object raw(TableValue value) {
        return switch (value) {
            case TableValue.Empty() -> null;
            case TableValue.Text(var text) -> text;
            case TableValue.Amount(var number) -> number;
            case TableValue.Fault(var shown) -> shown;
        };
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
