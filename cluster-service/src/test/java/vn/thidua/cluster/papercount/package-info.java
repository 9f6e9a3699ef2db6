@NullMarked
package vn.thidua.cluster.papercount;

import org.jspecify.annotations.NullMarked;
