@NullMarked
package vn.thidua.award.lineage;

import org.jspecify.annotations.NullMarked;
