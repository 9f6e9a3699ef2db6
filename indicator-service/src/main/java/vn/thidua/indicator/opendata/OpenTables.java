package vn.thidua.indicator.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.opendata.DatasetViews.OpenFigure;
import vn.thidua.indicator.opendata.DatasetViews.OpenGroup;
import vn.thidua.indicator.opendata.DatasetViews.OpenPlace;
import vn.thidua.indicator.opendata.DatasetViews.OpenPoints;
import vn.thidua.indicator.opendata.DatasetViews.OpenRanking;
import vn.thidua.kit.table.CsvWriter;
import vn.thidua.kit.table.TableColumn;

/** The same as tables; text that a spreadsheet would run as a formula is defused by the writer, as everywhere. */
final class OpenTables {
    private OpenTables() {}

    private static final List<TableColumn> FIGURES = columns(
            "Mã đơn vị",
            "Đơn vị",
            "Mã đơn vị cấp trên",
            "Mã đơn vị hành chính",
            "Mã chỉ tiêu",
            "Chỉ tiêu",
            "Đơn vị tính",
            "Loại giá trị",
            "Chiều",
            "Giá trị",
            "Mức",
            "Mức chính xác",
            "Thực hiện hay ước",
            "Kế hoạch",
            "% kế hoạch");

    static byte[] ranking(OpenRanking ranking) throws IOException {
        var columns = new ArrayList<>(columns(
                "Hạng",
                "Mã đơn vị",
                "Đơn vị",
                "Mã đơn vị cấp trên",
                "Mã đơn vị hành chính",
                "Tổng điểm",
                "Số tiêu chí có điểm",
                "Số tiêu chí chưa có số liệu",
                "Mã xếp loại",
                "Xếp loại",
                "Chờ bỏ phiếu xếp loại"));
        ranking.groups()
                .forEach(group -> columns.addAll(columns("Điểm %s - %s".formatted(group.code(), group.name()))));
        var out = new ByteArrayOutputStream();
        try (var table = new CsvWriter(out, columns)) {
            for (var place : ranking.rows()) {
                table.row(values(place, ranking.groups()));
            }
        }
        return out.toByteArray();
    }

    static byte[] figures(List<OpenFigure> figures) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var table = new CsvWriter(out, FIGURES)) {
            for (var figure : figures) {
                table.row(Arrays.asList(
                        figure.unitCode(),
                        figure.unitName(),
                        figure.parentCode(),
                        figure.placeCode(),
                        figure.indicatorCode(),
                        figure.indicatorName(),
                        figure.unitOfMeasure(),
                        figure.valueKind(),
                        figure.direction(),
                        figure.value(),
                        figure.level(),
                        figure.qualifier(),
                        figure.actuality(),
                        figure.target(),
                        figure.percentOfPlan()));
            }
        }
        return out.toByteArray();
    }

    private static List<@Nullable Object> values(OpenPlace place, List<OpenGroup> groups) {
        Map<String, BigDecimal> points =
                place.byGroup().stream().collect(Collectors.toMap(OpenPoints::code, OpenPoints::points));
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                BigDecimal.valueOf(place.rank()),
                place.unitCode(),
                place.unitName(),
                place.parentCode(),
                place.placeCode(),
                place.total(),
                BigDecimal.valueOf(place.scored()),
                BigDecimal.valueOf(place.unscored()),
                place.grade(),
                place.gradeName(),
                place.gradeNeedsVote() ? "x" : null));
        groups.forEach(group -> values.add(points.get(group.code())));
        return values;
    }

    private static List<TableColumn> columns(String... titles) {
        return Stream.of(titles).map(title -> TableColumn.shown(title, 20)).toList();
    }
}
