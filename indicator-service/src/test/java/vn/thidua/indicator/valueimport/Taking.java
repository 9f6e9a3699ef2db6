package vn.thidua.indicator.valueimport;

import java.time.Duration;
import vn.thidua.kit.test.ServiceUnderTest;

/** Lets a test say when imports are taken; each thread that calls is as good as an instance. */
public final class Taking {
    private Taking() {}

    /** Takes one unit of one import; false when there is nothing to do. */
    public static boolean step(ServiceUnderTest service) {
        return service.bean(ValueImportWork.class).step();
    }

    /** Takes whatever there is. */
    public static void all(ServiceUnderTest service) {
        while (step(service)) {
            Thread.onSpinWait();
        }
    }

    public static int sweep(ServiceUnderTest service, Duration keep) {
        return service.bean(ValueImportStore.class).sweep(keep);
    }
}
