@NullMarked
package vn.thidua.award.document;

import org.jspecify.annotations.NullMarked;
