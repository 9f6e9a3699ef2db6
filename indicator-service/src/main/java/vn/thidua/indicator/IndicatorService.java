package vn.thidua.indicator;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import vn.thidua.kit.operation.ServiceMain;

/** What is measured: the catalogue of indicators; later targets, periods, reports, verification, scoring, ranking. */
@SpringBootApplication
public class IndicatorService {
    public static void main(String[] args) {
        ServiceMain.run(IndicatorService.class, "indicator", args);
    }
}
