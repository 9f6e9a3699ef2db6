@NullMarked
package vn.thidua.indicator.catalogue;

import org.jspecify.annotations.NullMarked;
