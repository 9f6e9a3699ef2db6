@NullMarked
package vn.thidua.cluster.report;

import org.jspecify.annotations.NullMarked;
