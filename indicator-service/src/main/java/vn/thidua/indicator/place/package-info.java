/** Where units lie on a map: by which code the list of administrative units knows them. */
@NullMarked
package vn.thidua.indicator.place;

import org.jspecify.annotations.NullMarked;
