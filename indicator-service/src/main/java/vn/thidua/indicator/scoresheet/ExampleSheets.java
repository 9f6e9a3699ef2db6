package vn.thidua.indicator.scoresheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The published scales from which a draft may begin. */
final class ExampleSheets {
    static final List<ExampleSheet> ALL = List.of(
            read("kien-giang", "Bảng điểm Khối thi đua 7, tỉnh Kiên Giang, 2019"),
            read("tw-doan-2021", "Bộ tiêu chí của Trung ương Đoàn, 2021"),
            read("tw-doan-2016", "Bộ tiêu chí của Trung ương Đoàn, 2016"));

    private ExampleSheets() {}

    static Optional<ExampleSheet> find(String code) {
        return ALL.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    private static ExampleSheet read(String code, String title) {
        try (var file = ExampleSheets.class.getResourceAsStream("/scoresheets/" + code + ".csv")) {
            var table = new String(
                    Objects.requireNonNull(file, "example is missing").readAllBytes(), StandardCharsets.UTF_8);
            return ExampleSheet.of(code, title, table);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
