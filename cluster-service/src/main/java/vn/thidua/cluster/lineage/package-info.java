@NullMarked
package vn.thidua.cluster.lineage;

import org.jspecify.annotations.NullMarked;
