/* The kernel of the names room: the distance of two words, and which listed names can reach a
 * threshold, in whole numbers.
 *
 * The arrays are the contract. They are made by vigil.index.arrays, read from a file or held in
 * memory, and only read here. The similarity of words and the bound on scores are those of
 * vigil.names; a property test holds the two equal.
 *
 * 1. For each word of the query, every listed word that is similar to it. The skeleton bound of
 *    vigil.names.token_similarity proves that a skipped word is not.
 * 2. What each such word could add at most towards a score at the threshold. Lists of names that
 *    together cannot carry a name over it are left out; the others are walked.
 * 3. Of each name met, the sum of what its words could add; names below the need are left out.
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MAX_WORDS 256     /* slots of a query: its words (vigil.names allows 64) and its runs */
#define MAX_LETTERS 32    /* of a word that is compared by letters; longer ones only meet themselves */
#define SCALE 1000
#define FLOOR 720
#define EDIT 20
#define WEAK_EDIT 8
#define CLASS_EDIT 7

/* ---- letters ------------------------------------------------------------------------------ */

static uint8_t letter_class[256]; /* 0: weak or none, 1..9 the classes of strong letters */
static uint8_t letter_cost[256];

static int swap_cost_of(uint8_t x, uint8_t y) {
    if (x == y) return 0;
    if (letter_cost[x] == WEAK_EDIT && letter_cost[y] == WEAK_EDIT) return WEAK_EDIT;
    return letter_class[x] && letter_class[x] == letter_class[y] ? CLASS_EDIT : EDIT;
}

static uint8_t swap_cost[128][128];

static void init_letters(void) {
    static const char *classes[] = {"kqcg", "vwf", "sz", "td", "pb", "m", "n", "l", "r"};
    for (int i = 0; i < 256; i++) letter_cost[i] = EDIT;
    for (const char *p = "aeiouyhj"; *p; p++) letter_cost[(uint8_t)*p] = WEAK_EDIT;
    for (int c = 0; c < 9; c++)
        for (const char *p = classes[c]; *p; p++) letter_class[(uint8_t)*p] = (uint8_t)(c + 1);
    for (int x = 0; x < 128; x++)
        for (int y = 0; y < 128; y++)
            swap_cost[x][y] = (uint8_t)swap_cost_of((uint8_t)x, (uint8_t)y);
}

/* Weighted distance with exchange of neighbours; gives up with a value above `most`. */
static int edit_distance(const uint8_t *a, int la, const uint8_t *b, int lb, int most) {
    int rows[3][MAX_LETTERS + 2];
    int *before = rows[0], *above = rows[1], *row = rows[2];
    above[0] = 0;
    for (int j = 0; j < lb; j++) above[j + 1] = above[j] + letter_cost[b[j]];
    int least_above = 0;
    for (int i = 0; i < la; i++) {
        int x = a[i], cx = letter_cost[x], least;
        const uint8_t *swap = swap_cost[x];
        row[0] = above[0] + cx;
        least = row[0];
        for (int j = 0; j < lb; j++) {
            int best = above[j] + swap[b[j]];
            int del = above[j + 1] + cx, ins = row[j] + letter_cost[b[j]];
            if (del < best) best = del;
            if (ins < best) best = ins;
            if (i && j && x == b[j - 1] && b[j] == a[i - 1]) {
                int turn = before[j - 1] + EDIT;
                if (turn < best) best = turn;
            }
            row[j + 1] = best;
            if (best < least) least = best;
        }
        if (least > most && least_above > most) return most + 1;
        least_above = least;
        int *old = before; before = above; above = row; row = old;
    }
    return above[lb];
}

static int similarity(const uint8_t *a, int la, const uint8_t *b, int lb) {
    int longest = la > lb ? la : lb;
    if (la == lb && memcmp(a, b, la) == 0) return SCALE;
    int allowed = (SCALE - FLOOR) * longest * EDIT / SCALE;
    int gap = la > lb ? la - lb : lb - la;
    if (gap * WEAK_EDIT > allowed) return 0;
    int distance = edit_distance(a, la, b, lb, allowed);
    int whole = EDIT * longest;
    int alike = SCALE - (distance * SCALE + whole - 1) / whole;
    return alike >= FLOOR ? alike : 0;
}

/* Plain distance of a text to the one whose letters `places` marks (bit i: at place i), with
 * exchange of neighbours; bit-parallel, after Hyyrö 2003. */
static int plain_distance(const uint64_t *places, int length, const uint8_t *other, int n) {
    uint64_t up = ~0ULL, down = 0, same = 0, before = 0, last = 1ULL << (length - 1);
    int distance = length;
    if (length == 0) return n;
    for (int i = 0; i < n; i++) {
        uint64_t here = places[other[i]];
        uint64_t turned = ((~same & here) << 1) & before;
        same = (((here & up) + up) ^ up) | here | down | turned;
        uint64_t plus = down | ~(same | up), minus = same & up;
        distance += (plus & last) != 0;
        distance -= (minus & last) != 0;
        plus = plus << 1 | 1;
        up = minus << 1 | ~(same | plus);
        down = plus & same;
        before = here;
    }
    return distance;
}

/* ---- the index ---------------------------------------------------------------------------- */

enum { /* what `arrays` holds, in order; dtype, axes */
    WORD_AT,       /* u32[words + 1] into WORD_TEXT */
    WORD_TEXT,     /* u8: canonical forms, those of one shape and skeleton together */
    WORD_CLASS,    /* u16[words]: weight of its class, thousandths */
    WORD_RARITY,   /* u16[words]: thousandths */
    NAMES_AT,      /* u32[words + 1] into NAMES */
    NAMES,         /* u32: names that hold the word, rising */
    WORD_LETTERS,  /* u32[words]: bit of each letter a to z that it has */
    SHAPE,         /* u8[shapes, 2]: strong letters and letters of the words of a shape, rising */
    SHAPE_SKELETONS, /* u32[shapes + 1]: its skeletons */
    SKELETON_BAG,  /* u64[skeletons] */
    SKELETON_TEXT_AT, /* u32[skeletons + 1] into SKELETON_TEXT */
    SKELETON_TEXT, /* u8: classes of the strong letters, 1 to 9 */
    SKELETON_WORDS,/* u32[skeletons + 1]: its words of this shape */
    SKELETON_SHAPE,/* u8[skeletons] */
    KIND_AT,       /* u32[kinds + 1] into KIND_SKELETONS */
    KIND_SKELETONS,/* u32: skeletons of the same letters, of several shapes */
    DELETION_BUCKET, /* u32[65537]: keys by their upper half */
    DELETION_KEY,  /* u32, rising: hash of a skeleton without up to two of its letters */
    DELETION_KIND, /* u32: which kind it may come from */
    NAME_AT,       /* u32[names + 1] into NAME_WORDS */
    NAME_WORDS,    /* u32: the words of each name */
    LOST,          /* u16[1001]: what a match of that similarity lacks, thousandths */
    WORD_FIRST,    /* u8[words]: first letter of the word as folded */
    ARRAYS
};
static const int item_size[ARRAYS] = {4, 1, 2, 2, 4, 4, 4, 2, 4, 8, 4, 1, 4, 1, 4, 4, 4, 4, 4, 4, 4, 2, 1};

/* Words of these classes meet only words of their own class: vigil.names.links.may_meet. */
#define CLASS_PLAIN 1000
#define CLASS_NUMBER 450
#define CLASS_INITIAL 300
#define CLASS_PARTICLE 80

typedef struct {
    uint32_t word;
    int32_t similarity;
    int64_t could;   /* what it adds at most towards the need */
    int64_t agrees;  /* its agreement less what it lacks, as the need counts them */
    int32_t covers;  /* how much of the query it explains, thousandths */
} Similar;

typedef struct {
    Similar *similar;
    int count, room;
    uint64_t postings;
    int64_t cut; /* lists whose `could` is above it are walked */
    int word_class, rarity, first;
    int32_t weight;  /* of the word in the query; 0 for a run, whose words have their own slots */
    int32_t explains; /* of a run written as one: what its words weigh together; 0 for a word */
} Slot;

typedef struct {
    PyObject_HEAD
    Py_buffer held[ARRAYS];
    int holding;
    uint32_t words, shapes, skeletons, names;
    uint32_t kinds, stamp, *name_stamp, *word_stamp;
    uint32_t seeking, *kind_stamp;
    int32_t *word_entry;
    uint32_t *near, *met;
    struct Entry { int32_t slot, next, covers; int64_t could, agrees; } *entries;
    int entry_count, entry_room;
    Slot slots[MAX_WORDS];
    struct Known *known;
} Index;

/* What was similar to a word asked before: most words of names come again. */
#define KNOWN 16384
struct Known {
    uint8_t text[MAX_LETTERS];
    int16_t length;
    int32_t count;
    struct Pair { uint32_t word; int32_t similarity; } *pairs;
};

#define AT(x, type, a) ((const type *)(x)->held[a].buf)

static int make_skeleton(const uint8_t *word, int length, uint8_t *out) {
    int n = 0;
    for (int i = 0; i < length; i++)
        if (letter_class[word[i]]) out[n++] = letter_class[word[i]];
    return n;
}

static uint64_t make_bag(const uint8_t *skeleton, int length) { /* seven bits a class, unary */
    uint64_t bag = 0;
    uint8_t seen[10] = {0};
    for (int i = 0; i < length; i++) {
        int c = skeleton[i];
        if (seen[c] < 7) bag |= 1ULL << ((c - 1) * 7 + seen[c]++);
    }
    return bag;
}

/* Skeletons whose bags are at most `edits` apart: an edit adds, drops or swaps one letter of the
 * bag, an exchange of neighbours none. */
static uint32_t near_bags(const uint64_t *bags, uint32_t from, uint32_t to, uint64_t bag,
                          int edits, uint32_t *out) {
    uint32_t found = 0;
    for (uint32_t i = from; i < to; i++) {
        int over = __builtin_popcountll(bags[i] & ~bag);
        int under = __builtin_popcountll(bag & ~bags[i]);
        out[found] = i;
        found += (over <= edits) & (under <= edits);
    }
    return found;
}

static int add_similar(Slot *slot, uint32_t word, int similarity) {
    if (slot->count == slot->room) {
        int room = slot->room ? slot->room * 2 : 64;
        Similar *grown = PyMem_Realloc(slot->similar, room * sizeof(Similar));
        if (!grown) { PyErr_NoMemory(); return -1; }
        slot->similar = grown;
        slot->room = room;
    }
    slot->similar[slot->count++] = (Similar){word, similarity, 0, 0, 0};
    return 0;
}

static uint32_t letters_of(const uint8_t *word, int length) {
    uint32_t letters = 0;
    for (int i = 0; i < length; i++) letters |= 1u << ((word[i] - 'a') & 31);
    return letters;
}

/* What `edits` of full cost and, beyond them, `others` that only cheaper edits explain cost. */
static int least_cost(int edits, int others, int cheap) {
    return EDIT * edits + (others > edits ? cheap * (others - edits) : 0);
}

static int above(int a, int b) { return a > b ? a - b : 0; }

typedef struct {
    const uint8_t *text;
    int length, strong;
    uint8_t skeleton[MAX_LETTERS];
    uint64_t bag, places[10];   /* of each class in the skeleton */
    uint64_t letter_places[128]; /* of each letter in the text */
    uint32_t letters;
} Asked;

/* The words of one skeleton and shape, of which `allowed` may be spent. */
static int compare_words(Index *x, const Asked *q, uint32_t skeleton, int edits, int allowed,
                         Slot *slot) {
    const uint32_t *words = AT(x, uint32_t, SKELETON_WORDS), *at = AT(x, uint32_t, WORD_AT);
    const uint32_t *letters = AT(x, uint32_t, WORD_LETTERS);
    const uint8_t *text = AT(x, uint8_t, WORD_TEXT);
    for (uint32_t w = words[skeleton]; w < words[skeleton + 1]; w++) {
        int lack = __builtin_popcount(q->letters & ~letters[w]);
        int more = __builtin_popcount(letters[w] & ~q->letters);
        if (least_cost(edits, lack > more ? lack : more, CLASS_EDIT) > allowed) continue;
        int other = (int)(at[w + 1] - at[w]);
        int all = plain_distance(q->letter_places, q->length, text + at[w], other);
        if (least_cost(edits, all, CLASS_EDIT) > allowed) continue;
        int alike = similarity(q->text, q->length, text + at[w], other);
        if (alike && add_similar(slot, w, alike) < 0) return -1;
    }
    return 0;
}

#define BY_DELETION 2 /* edits up to which skeletons are found by what they have in common */

static uint32_t deletion_key(const uint8_t *classes, int length, int without, int nor) {
    uint32_t key = 2166136261u;
    for (int i = 0; i < length; i++)
        if (i != without && i != nor) key = (key ^ classes[i]) * 16777619u;
    return key;
}

/* For each shape, how many edits of skeletons its words allow; -1: none of them can be similar. */
typedef struct {
    int8_t most[256];
    int16_t allowed[256];
    int16_t weak[256];
} Reach;

static void find_reach(Index *x, const Asked *q, Reach *r) {
    const uint8_t *shape = AT(x, uint8_t, SHAPE);
    for (uint32_t s = 0; s < x->shapes; s++) {
        int strong = shape[2 * s], other = shape[2 * s + 1];
        int allowed = (SCALE - FLOOR) * (other > q->length ? other : q->length) * EDIT / SCALE;
        int most = above(strong, q->strong) + above(q->strong, strong);
        int ours = q->length - q->strong, theirs = other - strong;
        int weak = above(theirs, ours) + above(ours, theirs);
        r->allowed[s] = (int16_t)allowed;
        r->weak[s] = (int16_t)weak;
        if (least_cost(most, weak, WEAK_EDIT) > allowed) most = -1;
        else while (least_cost(most + 1, weak, WEAK_EDIT) <= allowed) most++;
        r->most[s] = (int8_t)most;
    }
}

/* Skeletons of a kind, in the shapes that are reached by deletion. */
static int compare_kind(Index *x, const Asked *q, const Reach *r, uint32_t kind, Slot *slot) {
    const uint32_t *at = AT(x, uint32_t, KIND_AT), *skeletons = AT(x, uint32_t, KIND_SKELETONS);
    const uint32_t *text_at = AT(x, uint32_t, SKELETON_TEXT_AT);
    const uint8_t *text = AT(x, uint8_t, SKELETON_TEXT), *shapes = AT(x, uint8_t, SKELETON_SHAPE);
    uint32_t one = skeletons[at[kind]];
    uint64_t bag = AT(x, uint64_t, SKELETON_BAG)[one];
    if (__builtin_popcountll(bag & ~q->bag) > BY_DELETION
        || __builtin_popcountll(q->bag & ~bag) > BY_DELETION)
        return 0;
    int length = (int)(text_at[one + 1] - text_at[one]);
    int edits = plain_distance(q->places, q->strong, text + text_at[one], length);
    for (uint32_t i = at[kind]; edits <= BY_DELETION && i < at[kind + 1]; i++) {
        int s = shapes[skeletons[i]];
        if (r->most[s] > BY_DELETION || edits > r->most[s]) continue;
        if (compare_words(x, q, skeletons[i], edits, r->allowed[s], slot) < 0) return -1;
    }
    return 0;
}

static int look_up_deletion(Index *x, const Asked *q, const Reach *r, uint32_t key, Slot *slot) {
    const uint32_t *bucket = AT(x, uint32_t, DELETION_BUCKET), *keys = AT(x, uint32_t, DELETION_KEY);
    const uint32_t *kinds = AT(x, uint32_t, DELETION_KIND);
    for (uint32_t i = bucket[key >> 16]; i < bucket[(key >> 16) + 1]; i++) {
        if (keys[i] != key || x->kind_stamp[kinds[i]] == x->seeking) continue;
        x->kind_stamp[kinds[i]] = x->seeking;
        if (compare_kind(x, q, r, kinds[i], slot) < 0) return -1;
    }
    return 0;
}

/* Two skeletons at most two edits apart have in common what is left of each without up to two of
 * its letters; an exchange of neighbours leaves the same without either. */
static int find_by_deletion(Index *x, const Asked *q, const Reach *r, int most, Slot *slot) {
    if (++x->seeking == 0) {
        memset(x->kind_stamp, 0, x->kinds * sizeof(uint32_t));
        x->seeking = 1;
    }
    int n = q->strong;
    if (look_up_deletion(x, q, r, deletion_key(q->skeleton, n, -1, -1), slot) < 0) return -1;
    for (int i = 0; most > 0 && i < n; i++) {
        if (look_up_deletion(x, q, r, deletion_key(q->skeleton, n, i, -1), slot) < 0) return -1;
        for (int j = i + 1; most > 1 && j < n; j++)
            if (look_up_deletion(x, q, r, deletion_key(q->skeleton, n, i, j), slot) < 0) return -1;
    }
    return 0;
}

/* The skeletons of one shape, all looked at: by bag, then by distance. */
static int find_by_bag(Index *x, const Asked *q, const Reach *r, uint32_t shape, Slot *slot) {
    const uint32_t *range = AT(x, uint32_t, SHAPE_SKELETONS);
    const uint32_t *text_at = AT(x, uint32_t, SKELETON_TEXT_AT);
    const uint8_t *text = AT(x, uint8_t, SKELETON_TEXT);
    int most = r->most[shape];
    uint32_t near = near_bags(AT(x, uint64_t, SKELETON_BAG), range[shape], range[shape + 1], q->bag,
                              most, x->near);
    for (uint32_t i = 0; i < near; i++) {
        uint32_t k = x->near[i];
        int length = (int)(text_at[k + 1] - text_at[k]);
        int edits = plain_distance(q->places, q->strong, text + text_at[k], length);
        if (edits > most) continue;
        if (compare_words(x, q, k, edits, r->allowed[shape], slot) < 0) return -1;
    }
    return 0;
}

/* All listed words compared by letters that are similar to the word. Each test is a lower bound on
 * the distance: the counts of strong and of weak letters, the skeleton, which letters occur at all,
 * and how many edits of any cost there must be. */
static int seek_similar(Index *x, const uint8_t *word, int length, Slot *slot) {
    Asked q = {.text = word, .length = length, .letters = letters_of(word, length)};
    Reach reach;
    q.strong = make_skeleton(word, length, q.skeleton);
    q.bag = make_bag(q.skeleton, q.strong);
    for (int i = 0; i < length; i++) q.letter_places[word[i]] |= 1ULL << i;
    for (int i = 0; i < q.strong; i++) q.places[q.skeleton[i]] |= 1ULL << i;
    find_reach(x, &q, &reach);
    int by_deletion = -1;
    for (uint32_t s = 0; s < x->shapes; s++) {
        if (reach.most[s] > BY_DELETION) {
            if (find_by_bag(x, &q, &reach, s, slot) < 0) return -1;
        } else if (reach.most[s] > by_deletion) {
            by_deletion = reach.most[s];
        }
    }
    return by_deletion < 0 ? 0 : find_by_deletion(x, &q, &reach, by_deletion, slot);
}

static uint32_t hash_of(const uint8_t *word, int length) {
    uint32_t hash = 2166136261u;
    for (int i = 0; i < length; i++) hash = (hash ^ word[i]) * 16777619u;
    return hash;
}

static void keep_similar(struct Known *known, const uint8_t *word, int length, const Slot *slot) {
    PyMem_Free(known->pairs);
    known->pairs = PyMem_Malloc((slot->count + 1) * sizeof(*known->pairs));
    if (!known->pairs) return; /* then it is sought again, no more */
    for (int i = 0; i < slot->count; i++) {
        known->pairs[i].word = slot->similar[i].word;
        known->pairs[i].similarity = slot->similar[i].similarity;
    }
    memcpy(known->text, word, length);
    known->length = (int16_t)length;
    known->count = slot->count;
}

static int find_similar(Index *x, const uint8_t *word, int length, Slot *slot) {
    struct Known *known = &x->known[hash_of(word, length) % KNOWN];
    if (known->pairs && known->length == length && memcmp(known->text, word, length) == 0) {
        for (int i = 0; i < known->count; i++)
            if (add_similar(slot, known->pairs[i].word, known->pairs[i].similarity) < 0) return -1;
        return 0;
    }
    if (seek_similar(x, word, length, slot) < 0) return -1;
    keep_similar(known, word, length, slot);
    return 0;
}

/* ---- the bound ---------------------------------------------------------------------------- */

typedef struct {
    int64_t threshold; /* ten-thousandths, one less than asked, as scores are rounded */
    /* shares of weights, hundredths: vigil.names.explanation */
    int64_t imperfect, conflict, query_extra, listed_extra;
} Terms;

static int may_meet(int one, int other) {
    if (one == other) return 1;
    if (one == CLASS_NUMBER || one == CLASS_INITIAL || one == CLASS_PARTICLE) return 0;
    return other != CLASS_NUMBER && other != CLASS_INITIAL && other != CLASS_PARTICLE;
}

static int64_t weight(int word_class, int rarity) {
    int64_t w = (int64_t)word_class * rarity / SCALE;
    return w > 1 ? w : 1;
}

/* score >= t  <=>  100 G (D - t) >= t * deviation, and the deviation is at least
 * IMPERFECT * cost + 1000 * QUERY_EXTRA * (what of the query is not covered).
 * So each link adds `could`, and together they must reach the need. */
static void weigh_similar(Index *x, const Slot *slot, Similar *s, const Terms *t) {
    int listed_class = AT(x, uint16_t, WORD_CLASS)[s->word], shared = listed_class;
    if (!slot->explains) {
        if (!may_meet(slot->word_class, listed_class)) return;
        if (slot->word_class < listed_class) shared = slot->word_class;
    }
    int64_t listed = weight(shared, AT(x, uint16_t, WORD_RARITY)[s->word]);
    int64_t lost = AT(x, uint16_t, LOST)[s->similarity];
    int64_t gain = listed * (SCALE - lost), cost = listed * lost;
    s->covers = slot->explains ? slot->explains : (int32_t)weight(shared, slot->rarity);
    s->agrees = 100 * gain * (10000 - t->threshold) - t->threshold * t->imperfect * cost;
    int64_t could = s->agrees + t->threshold * SCALE * t->query_extra * s->covers;
    s->could = could > 0 ? could : 0;
}

static int by_could(const void *a, const void *b) {
    int64_t x = ((const Similar *)a)->could, y = ((const Similar *)b)->could;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* Chooses which lists to leave out: those of each slot below a cut, the cuts together below the
 * need. A name in no walked list adds at most the cuts, so it cannot reach the need. */
static void choose_cuts(Index *x, int slots, int64_t need) {
    const uint32_t *names_at = AT(x, uint32_t, NAMES_AT);
    int order[MAX_WORDS];
    int64_t left = need - 1;
    for (int i = 0; i < slots; i++) {
        Slot *slot = &x->slots[i];
        qsort(slot->similar, slot->count, sizeof(Similar), by_could);
        slot->postings = 0;
        for (int j = 0; j < slot->count; j++)
            slot->postings += names_at[slot->similar[j].word + 1] - names_at[slot->similar[j].word];
        slot->cut = 0;
        int at = i;
        for (; at > 0 && x->slots[order[at - 1]].postings < slot->postings; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (int i = 0; i < slots && left > 0; i++) {
        Slot *slot = &x->slots[order[i]];
        for (int j = 0; j < slot->count; j++)
            if (slot->similar[j].could <= left) {
                slot->cut = slot->similar[j].could;
                left -= slot->cut;
                break;
            }
    }
}

static int note_entries(Index *x, int slots) {
    x->entry_count = 0;
    for (int i = 0; i < slots; i++) {
        Slot *slot = &x->slots[i];
        for (int j = 0; j < slot->count; j++) {
            if (x->entry_count == x->entry_room) {
                int room = x->entry_room ? x->entry_room * 2 : 1024;
                void *grown = PyMem_Realloc(x->entries, room * sizeof(*x->entries));
                if (!grown) { PyErr_NoMemory(); return -1; }
                x->entries = grown;
                x->entry_room = room;
            }
            uint32_t word = slot->similar[j].word;
            int next = x->word_stamp[word] == x->stamp ? x->word_entry[word] : -1;
            x->word_stamp[word] = x->stamp;
            x->word_entry[word] = x->entry_count;
            const Similar *s = &slot->similar[j];
            x->entries[x->entry_count++] = (struct Entry){i, next, s->covers, s->could, s->agrees};
        }
    }
    return 0;
}

static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }

/* May the single letter of one stand for the other? vigil.names.links.is_initial_of */
static int is_initial(int one_class, int one_first, int other_class, int other_first) {
    return one_class == CLASS_INITIAL && other_class == CLASS_PLAIN && one_first == other_first;
}

/* Can the words of a name reach the threshold? Each slot's best is taken as if no two slots shared a
 * listed word; what no word of the other name could explain deviates. */
static int can_reach(Index *x, uint32_t name, int slots, int64_t need, const Terms *t) {
    const uint32_t *at = AT(x, uint32_t, NAME_AT), *words = AT(x, uint32_t, NAME_WORDS);
    const uint16_t *classes = AT(x, uint16_t, WORD_CLASS), *rarities = AT(x, uint16_t, WORD_RARITY);
    const uint8_t *first = AT(x, uint8_t, WORD_FIRST);
    int64_t could[MAX_WORDS], agrees[MAX_WORDS], sum = 0, agreement = 0;
    int32_t covers[MAX_WORDS];
    uint8_t by_initial[MAX_WORDS];
    memset(could, 0, slots * sizeof(could[0]));
    memset(agrees, 0, slots * sizeof(agrees[0]));
    memset(covers, 0, slots * sizeof(covers[0]));
    for (uint32_t i = at[name]; i < at[name + 1]; i++) {
        if (x->word_stamp[words[i]] != x->stamp) continue;
        for (int e = x->word_entry[words[i]]; e >= 0; e = x->entries[e].next) {
            const struct Entry *entry = &x->entries[e];
            if (entry->could > could[entry->slot]) could[entry->slot] = entry->could;
            if (entry->agrees > agrees[entry->slot]) agrees[entry->slot] = entry->agrees;
            if (entry->covers > covers[entry->slot]) covers[entry->slot] = entry->covers;
        }
    }
    for (int i = 0; i < slots; i++) sum += could[i];
    if (sum < need) return 0;
    int64_t only_in_query = 0, initials = 0, only_in_listed = 0, by_runs = 0;
    memset(by_initial, 0, slots);
    for (uint32_t i = at[name]; i < at[name + 1]; i++) {
        uint32_t w = words[i];
        int explained = x->word_stamp[w] == x->stamp;
        for (int j = 0; j < slots; j++) {
            const Slot *slot = &x->slots[j];
            if (slot->explains) continue;
            if (is_initial(slot->word_class, slot->first, classes[w], first[w])
                || is_initial(classes[w], first[w], slot->word_class, slot->first))
                explained = by_initial[j] = 1;
        }
        if (!explained) only_in_listed += weight(classes[w], rarities[w]);
    }
    for (int i = 0; i < slots; i++) {
        agreement += agrees[i];
        int64_t left = x->slots[i].weight - covers[i];
        if (x->slots[i].explains) by_runs += covers[i];
        else if (left > 0) only_in_query += left;
        if (by_initial[i]) initials += x->slots[i].weight;
    }
    only_in_query = only_in_query > by_runs ? only_in_query - by_runs : 0;
    int64_t conflict = least(only_in_query - initials, only_in_listed);
    if (conflict < 0) conflict = 0;
    int64_t deviation = t->conflict * conflict + t->query_extra * (only_in_query - conflict)
                        + t->listed_extra * (only_in_listed - conflict);
    return agreement >= t->threshold * SCALE * deviation;
}

static uint32_t walk(Index *x, int slots, int64_t need, const Terms *t) {
    const uint32_t *names_at = AT(x, uint32_t, NAMES_AT), *names = AT(x, uint32_t, NAMES);
    uint32_t met = 0;
    for (int i = 0; i < slots; i++) {
        Slot *slot = &x->slots[i];
        for (int j = 0; j < slot->count && slot->similar[j].could > slot->cut; j++) {
            uint32_t word = slot->similar[j].word;
            for (uint32_t k = names_at[word]; k < names_at[word + 1]; k++) {
                uint32_t name = names[k];
                if (x->name_stamp[name] == x->stamp) continue;
                x->name_stamp[name] = x->stamp;
                if (can_reach(x, name, slots, need, t)) x->met[met++] = name;
            }
        }
    }
    return met;
}

/* ---- Python ------------------------------------------------------------------------------- */

static void next_stamp(Index *x) {
    if (++x->stamp == 0) {
        memset(x->name_stamp, 0, x->names * sizeof(uint32_t));
        memset(x->word_stamp, 0, x->words * sizeof(uint32_t));
        x->stamp = 1;
    }
}

PyDoc_STRVAR(candidates_doc,
"candidates(words, threshold, shares) -> list[int]\n--\n\n"
"Places of the names whose words can reach the threshold, in no order.\n\n"
"words: for each word of the query (canonical form or None, class, rarity, first letter, listed\n"
"word or -1); a word without a canonical form meets only the listed word given. For each run of\n"
"words that a list writes as one: (weight of its words, [(listed word, similarity), ...]).\n"
"threshold: ten-thousandths. shares: IMPERFECT, CONFLICT, ONLY_IN_QUERY, ONLY_IN_LISTED.");

static int read_run(Index *x, PyObject *run, Slot *slot) {
    PyObject *met;
    *slot = (Slot){.similar = slot->similar, .room = slot->room};
    if (!PyArg_ParseTuple(run, "iO!", &slot->explains, &PyList_Type, &met)) return -1;
    for (Py_ssize_t i = 0; i < PyList_GET_SIZE(met); i++) {
        unsigned int word;
        int similarity;
        if (!PyArg_ParseTuple(PyList_GET_ITEM(met, i), "Ii", &word, &similarity)) return -1;
        if (word >= x->words || similarity < 0 || similarity > SCALE) {
            PyErr_SetString(PyExc_ValueError, "a run meets listed words, at 0 to 1000");
            return -1;
        }
        if (add_similar(slot, word, similarity) < 0) return -1;
    }
    return 0;
}

static int read_slot(Index *x, PyObject *word, Slot *slot) {
    const char *text;
    Py_ssize_t length;
    long long listed;
    if (!PyTuple_Check(word)) {
        PyErr_SetString(PyExc_TypeError, "a slot is a tuple");
        return -1;
    }
    if (PyTuple_GET_SIZE(word) == 2) return read_run(x, word, slot);
    if (!PyArg_ParseTuple(word, "z#iiiL", &text, &length, &slot->word_class, &slot->rarity,
                          &slot->first, &listed))
        return -1;
    slot->count = 0;
    slot->explains = 0;
    slot->weight = (int32_t)weight(slot->word_class, slot->rarity);
    if (text && length <= MAX_LETTERS)
        return find_similar(x, (const uint8_t *)text, (int)length, slot);
    return listed >= 0 && listed < x->words ? add_similar(slot, (uint32_t)listed, SCALE) : 0;
}

static PyObject *candidates(Index *x, PyObject *args) {
    PyObject *words;
    long long threshold, imperfect, conflict, query_extra, listed_extra;
    if (!PyArg_ParseTuple(args, "O!L(LLLL)", &PyList_Type, &words, &threshold, &imperfect,
                          &conflict, &query_extra, &listed_extra))
        return NULL;
    Terms terms = {threshold - 1, imperfect, conflict, query_extra, listed_extra};
    Py_ssize_t slots = PyList_GET_SIZE(words);
    if (slots > MAX_WORDS) return PyErr_Format(PyExc_ValueError, "at most %d words and runs", MAX_WORDS);
    next_stamp(x);
    int64_t need = 0;
    for (Py_ssize_t i = 0; i < slots; i++) {
        Slot *slot = &x->slots[i];
        if (read_slot(x, PyList_GET_ITEM(words, i), slot) < 0) return NULL;
        for (int j = 0; j < slot->count; j++) weigh_similar(x, slot, &slot->similar[j], &terms);
        need += SCALE * terms.query_extra * slot->weight * terms.threshold;
    }
    choose_cuts(x, (int)slots, need);
    if (note_entries(x, (int)slots) < 0) return NULL;
    uint32_t met = walk(x, (int)slots, need, &terms);
    PyObject *found = PyList_New(met);
    if (!found) return NULL;
    for (uint32_t i = 0; i < met; i++) {
        PyObject *place = PyLong_FromUnsignedLong(x->met[i]);
        if (!place) { Py_DECREF(found); return NULL; }
        PyList_SET_ITEM(found, i, place);
    }
    return found;
}

PyDoc_STRVAR(similar_doc,
"similar(word) -> list[tuple[int, int]]\n--\n\n"
"Every listed word compared by letters that is similar to the canonical form: place, similarity.");

static PyObject *similar(Index *x, PyObject *args) {
    const char *text;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(args, "y#", &text, &length)) return NULL;
    Slot *slot = &x->slots[0];
    slot->count = 0;
    if (length <= MAX_LETTERS && find_similar(x, (const uint8_t *)text, (int)length, slot) < 0)
        return NULL;
    PyObject *found = PyList_New(slot->count);
    for (int i = 0; found && i < slot->count; i++) {
        PyObject *pair = Py_BuildValue("Ii", slot->similar[i].word, slot->similar[i].similarity);
        if (!pair) { Py_CLEAR(found); break; }
        PyList_SET_ITEM(found, i, pair);
    }
    return found;
}

static void index_dealloc(Index *x) {
    for (int i = 0; i < x->holding; i++) PyBuffer_Release(&x->held[i]);
    for (int i = 0; i < MAX_WORDS; i++) PyMem_Free(x->slots[i].similar);
    for (int i = 0; x->known && i < KNOWN; i++) PyMem_Free(x->known[i].pairs);
    PyMem_Free(x->known);
    PyMem_Free(x->name_stamp); PyMem_Free(x->word_stamp); PyMem_Free(x->word_entry);
    PyMem_Free(x->near); PyMem_Free(x->kind_stamp); PyMem_Free(x->met); PyMem_Free(x->entries);
    Py_TYPE(x)->tp_free((PyObject *)x);
}

static PyObject *index_new(PyTypeObject *type, PyObject *args, PyObject *kwargs) {
    PyObject *arrays;
    (void)kwargs;
    if (!PyArg_ParseTuple(args, "O!", &PyTuple_Type, &arrays)) return NULL;
    if (PyTuple_GET_SIZE(arrays) != ARRAYS)
        return PyErr_Format(PyExc_ValueError, "%d arrays are needed", ARRAYS);
    Index *x = (Index *)type->tp_alloc(type, 0);
    if (!x) return NULL;
    for (int i = 0; i < ARRAYS; i++) {
        if (PyObject_GetBuffer(PyTuple_GET_ITEM(arrays, i), &x->held[i], PyBUF_C_CONTIGUOUS) < 0) {
            Py_DECREF(x);
            return NULL;
        }
        x->holding = i + 1;
    }
    x->words = (uint32_t)(x->held[WORD_AT].len / 4 - 1);
    x->skeletons = (uint32_t)(x->held[SKELETON_BAG].len / 8);
    x->shapes = (uint32_t)(x->held[SHAPE].len / 2);
    x->kinds = (uint32_t)(x->held[KIND_AT].len / 4 - 1);
    x->names = (uint32_t)(x->held[NAME_AT].len / 4 - 1);
    int whole = x->held[NAMES_AT].len / 4 == x->words + 1 && x->held[WORD_CLASS].len / 2 == x->words
        && x->held[WORD_RARITY].len / 2 == x->words && x->held[WORD_LETTERS].len / 4 == x->words
        && x->held[SHAPE_SKELETONS].len / 4 == x->shapes + 1
        && x->held[SKELETON_TEXT_AT].len / 4 == x->skeletons + 1
        && x->held[SKELETON_WORDS].len / 4 == x->skeletons + 1 && x->held[LOST].len / 2 == SCALE + 1 && x->held[WORD_FIRST].len == x->words;
    whole = whole && x->shapes <= 256 && x->held[SKELETON_SHAPE].len == x->skeletons
        && x->held[KIND_SKELETONS].len / 4 == x->skeletons
        && x->held[DELETION_BUCKET].len / 4 == 65537
        && x->held[DELETION_KEY].len == x->held[DELETION_KIND].len;
    for (int i = 0; i < ARRAYS; i++) whole = whole && x->held[i].len % item_size[i] == 0;
    if (!whole) {
        Py_DECREF(x);
        PyErr_SetString(PyExc_ValueError, "the arrays do not fit together");
        return NULL;
    }
    x->name_stamp = PyMem_Calloc(x->names + 1, 4);
    x->word_stamp = PyMem_Calloc(x->words + 1, 4);
    x->word_entry = PyMem_Calloc(x->words + 1, 4);
    x->near = PyMem_Calloc(x->skeletons + 1, 4);
    x->kind_stamp = PyMem_Calloc(x->kinds + 1, 4);
    x->known = PyMem_Calloc(KNOWN, sizeof(struct Known));
    x->met = PyMem_Calloc(x->names + 1, 4);
    if (!x->name_stamp || !x->word_stamp || !x->word_entry || !x->near || !x->met
        || !x->kind_stamp || !x->known) {
        Py_DECREF(x);
        return PyErr_NoMemory();
    }
    return (PyObject *)x;
}

static PyMethodDef index_methods[] = {
    {"candidates", (PyCFunction)candidates, METH_VARARGS, candidates_doc},
    {"similar", (PyCFunction)similar, METH_VARARGS, similar_doc},
    {NULL, NULL, 0, NULL},
};

static PyTypeObject index_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "vigil.names._kernel.Index",
    .tp_doc = "Listed names as flat arrays, searched. One thread at a time.",
    .tp_basicsize = sizeof(Index),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = index_new,
    .tp_dealloc = (destructor)index_dealloc,
    .tp_methods = index_methods,
};

PyDoc_STRVAR(distance_doc,
"edit_distance(a, b, most) -> int\n--\n\n"
"The weighted distance of two canonical forms of ASCII letters, 20 to a full edit; any value above\n"
"`most` when it is more. Forms of more than 32 letters raise ValueError.");

static PyObject *py_edit_distance(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    (void)self;
    if (n != 3 || !PyUnicode_IS_COMPACT_ASCII(args[0]) || !PyUnicode_IS_COMPACT_ASCII(args[1])) {
        PyErr_SetString(PyExc_TypeError, "edit_distance takes two ASCII texts and a number");
        return NULL;
    }
    Py_ssize_t la = PyUnicode_GET_LENGTH(args[0]), lb = PyUnicode_GET_LENGTH(args[1]);
    long most = PyLong_AsLong(args[2]);
    if (most == -1 && PyErr_Occurred()) return NULL;
    if (la > MAX_LETTERS || lb > MAX_LETTERS)
        return PyErr_Format(PyExc_ValueError, "at most %d letters", MAX_LETTERS);
    if (most > 2 * MAX_LETTERS * EDIT) most = 2 * MAX_LETTERS * EDIT;
    return PyLong_FromLong(edit_distance(PyUnicode_1BYTE_DATA(args[0]), (int)la,
                                         PyUnicode_1BYTE_DATA(args[1]), (int)lb, (int)most));
}

/* ---- making the arrays -------------------------------------------------------------------- */

/* The bulk work of vigil.index.arrays. Each function here is one of vigil.index.plain_arrays and
 * gives the same bytes; a property test compares them array for array. Words are folded (a to z and
 * 0 to 9) and stand one after another in a text, with the places where they begin. */

#define LONGEST_JOIN 3     /* vigil.names.links */
#define LONGEST_SPELLING 8
#define SHORTEST_JOIN 4
#define LONGEST_RUN 4096   /* letters: more than a name may have */
#define RADIX_BITS 11
#define RADIX (1 << RADIX_BITS)

typedef struct { uint8_t *at; size_t size, room; } Bytes; /* grows at its end */

static inline int reserve(Bytes *b, size_t more) {
    if (b->size + more <= b->room) return 0;
    size_t room = b->room * 2 > b->size + more ? b->room * 2 : b->size + more + 4096;
    uint8_t *grown = PyMem_Realloc(b->at, room);
    if (!grown) { PyErr_NoMemory(); return -1; }
    b->at = grown;
    b->room = room;
    return 0;
}

static inline int append(Bytes *b, const void *data, size_t size) {
    if (reserve(b, size) < 0) return -1;
    memcpy(b->at + b->size, data, size);
    b->size += size;
    return 0;
}

static inline int append_u32(Bytes *b, size_t number) {
    if (number > UINT32_MAX) { PyErr_SetString(PyExc_OverflowError, "too much for one index"); return -1; }
    uint32_t one = (uint32_t)number;
    return append(b, &one, 4);
}

/* A tuple of what was built; frees it in any case. */
static PyObject *built(Bytes *columns, int count, int failed) {
    PyObject *all = failed ? NULL : PyTuple_New(count);
    for (int i = 0; i < count; i++) {
        PyObject *one = all ? PyBytes_FromStringAndSize((char *)columns[i].at, columns[i].size) : NULL;
        PyMem_Free(columns[i].at);
        if (one) PyTuple_SET_ITEM(all, i, one);
        else Py_CLEAR(all);
    }
    return all;
}

/* Arguments of a function: C-contiguous buffers whose items have the sizes given. */
static int take_buffers(PyObject *const *args, Py_ssize_t n, const char *sizes, Py_buffer *out) {
    Py_ssize_t wanted = (Py_ssize_t)strlen(sizes);
    if (n != wanted) { PyErr_Format(PyExc_TypeError, "%zd arrays are needed", wanted); return -1; }
    for (Py_ssize_t i = 0; i < n; i++) {
        int taken = PyObject_GetBuffer(args[i], &out[i], PyBUF_C_CONTIGUOUS) == 0;
        if (taken && out[i].len % (sizes[i] - '0') == 0) continue;
        if (taken) PyErr_SetString(PyExc_ValueError, "an array has items of another size");
        for (Py_ssize_t j = 0; j < i + taken; j++) PyBuffer_Release(&out[j]);
        return -1;
    }
    return 0;
}

static void release_buffers(Py_buffer *held, int count) {
    for (int i = 0; i < count; i++) PyBuffer_Release(&held[i]);
}

/* Do the places rise to the end of what they cut? */
static int are_places(const Py_buffer *at, size_t end) {
    const uint32_t *p = at->buf;
    size_t n = at->len / 4;
    int good = n > 0 && p[0] == 0 && p[n - 1] == end;
    for (size_t i = 1; good && i < n; i++) good = p[i - 1] <= p[i];
    if (!good) PyErr_SetString(PyExc_ValueError, "places must rise from 0 to the end");
    return good;
}

static int are_below(const Py_buffer *numbers, size_t limit) {
    const uint32_t *p = numbers->buf;
    for (Py_ssize_t i = 0; i < numbers->len / 4; i++)
        if (p[i] >= limit) { PyErr_SetString(PyExc_ValueError, "a number is out of range"); return 0; }
    return 1;
}

/* Words as places, text, a class and a flag each. */
static int are_words(const Py_buffer *in) {
    Py_ssize_t words = in[0].len / 4 - 1;
    if (!are_places(&in[0], in[1].len)) return 0;
    if (in[2].len / 2 == words && in[3].len == words) return 1;
    PyErr_SetString(PyExc_ValueError, "each word has a class and a flag");
    return 0;
}

#define FIRST_KEY 14695981039346656037ULL

/* FNV-1a of 64 bits with the last mix of MurmurHash3: vigil.index.arrays.key_of. */
static uint64_t hash_bytes(uint64_t key, const void *data, size_t length) {
    const uint8_t *bytes = data;
    for (size_t i = 0; i < length; i++) key = (key ^ bytes[i]) * 1099511628211ULL;
    return key;
}

static uint64_t mixed(uint64_t key) {
    key = (key ^ key >> 33) * 0xff51afd7ed558ccdULL;
    key = (key ^ key >> 33) * 0xc4ceb9fe1a85ec53ULL;
    return key ^ key >> 33;
}

static uint64_t text_key(const void *text, size_t length) {
    return mixed(hash_bytes(FIRST_KEY, text, length));
}

typedef struct { uint64_t key; uint32_t value; } Keyed;

/* Rising keys; equal ones stay in their order. Returns where they are: `rows` or `spare`. The upper
 * half by counting, where hashes hardly meet; what is left is nearly sorted. */
static Keyed *sort_keyed(Keyed *rows, Keyed *spare, size_t n) {
    for (int shift = 64 - 3 * RADIX_BITS; shift < 64; shift += RADIX_BITS) {
        size_t begin[RADIX] = {0}, sum = 0;
        for (size_t i = 0; i < n; i++) begin[rows[i].key >> shift & (RADIX - 1)]++;
        if (n == 0 || begin[rows[0].key >> shift & (RADIX - 1)] == n) continue;
        for (int b = 0; b < RADIX; b++) { size_t count = begin[b]; begin[b] = sum; sum += count; }
        for (size_t i = 0; i < n; i++) spare[begin[rows[i].key >> shift & (RADIX - 1)]++] = rows[i];
        Keyed *turned = rows; rows = spare; spare = turned;
    }
    for (size_t i = 1; i < n; i++) {
        Keyed row = rows[i];
        size_t at = i;
        for (; at > 0 && rows[at - 1].key > row.key; at--) rows[at] = rows[at - 1];
        rows[at] = row;
    }
    return rows;
}

static int has_digit(const uint8_t *text, size_t n) {
    for (size_t i = 0; i < n; i++) if (text[i] >= '0' && text[i] <= '9') return 1;
    return 0;
}

/* vigil.names.token_similarity.canonical; `out` has room for twice the letters. */
static size_t make_canonical(const uint8_t *text, size_t n, uint8_t *out) {
    size_t m = 0, k = 0;
    if (has_digit(text, n)) { memcpy(out, text, n); return n; }
    uint8_t *single = out + n; /* read ahead of what is written, as x comes last and grows */
    for (size_t i = 0; i < n; i++) if (i == 0 || text[i] != text[i - 1]) single[m++] = text[i];
    for (size_t i = 0; i < m; i++) { /* ph and ck do not overlap and make neither */
        if (i + 1 < m && single[i] == 'p' && single[i + 1] == 'h') { single[k++] = 'f'; i++; }
        else if (i + 1 < m && single[i] == 'c' && single[i + 1] == 'k') { single[k++] = 'k'; i++; }
        else single[k++] = single[i];
    }
    size_t length = 0;
    for (size_t i = 0; i < k; i++) {
        if (single[i] == 'x') out[length++] = 'k', out[length++] = 's';
        else out[length++] = single[i];
    }
    return length;
}

typedef struct { /* what the order of words goes by, one after the other */
    uint64_t shape;
    const uint8_t *skeleton, *text;
    uint32_t strong, length, number;
    uint16_t word_class;
    uint8_t syllable;
} Placed;

static int by_bytes(const uint8_t *a, size_t la, const uint8_t *b, size_t lb) {
    int differ = memcmp(a, b, la < lb ? la : lb);
    return differ ? differ : (la > lb) - (la < lb);
}

static int by_place(const void *one, const void *other) {
    const Placed *a = one, *b = other;
    if (a->shape != b->shape) return a->shape < b->shape ? -1 : 1;
    int differ = memcmp(a->skeleton, b->skeleton, a->strong);
    if (!differ) differ = by_bytes(a->text, a->length, b->text, b->length);
    if (!differ) differ = (int)a->word_class - (int)b->word_class;
    return differ ? differ : (int)a->syllable - (int)b->syllable;
}

/* order_words(text_at, text, class, is_syllable)
 *     -> (order, place_of, text_at, text, class, is_syllable), the last four in the order */
static PyObject *order_words(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    enum { ORDER, PLACE_OF, TEXT_AT, TEXT, CLASS, SYLLABLE, COLUMNS };
    Py_buffer in[4];
    Bytes out[COLUMNS] = {{0}}, form = {0};
    (void)self;
    if (take_buffers(args, n, "4121", in) < 0) return NULL;
    size_t words = in[0].len / 4 - 1, used = 0;
    const uint32_t *at = in[0].buf;
    const uint8_t *text = in[1].buf;
    Placed *rows = PyMem_Malloc((words + 1) * sizeof(*rows));
    uint8_t *skeletons = PyMem_Malloc(2 * in[1].len + 1);
    int failed = !are_words(in) || !rows || !skeletons || reserve(&out[PLACE_OF], 4 * words) < 0;
    for (size_t w = 0; !failed && w < words; w++) {
        size_t length = at[w + 1] - at[w];
        Placed *row = &rows[w];
        form.size = 0;
        if (reserve(&form, 2 * length + 1) < 0) { failed = 1; break; }
        size_t letters = make_canonical(text + at[w], length, form.at);
        int compared = letters <= MAX_LETTERS && !has_digit(form.at, letters);
        *row = (Placed){.skeleton = skeletons + used, .text = text + at[w], .length = (uint32_t)length,
                        .number = (uint32_t)w, .word_class = ((const uint16_t *)in[2].buf)[w],
                        .syllable = ((const uint8_t *)in[3].buf)[w]};
        if (compared) row->strong = (uint32_t)make_skeleton(form.at, (int)letters, skeletons + used);
        row->shape = (uint64_t)!compared << 62 | (uint64_t)row->strong << 32 | letters;
        used += row->strong;
    }
    if (!failed) qsort(rows, words, sizeof(*rows), by_place);
    failed = failed || append_u32(&out[TEXT_AT], 0) < 0;
    for (size_t w = 0; !failed && w < words; w++) {
        ((uint32_t *)out[PLACE_OF].at)[rows[w].number] = (uint32_t)w;
        failed = append_u32(&out[ORDER], rows[w].number) < 0
            || append(&out[TEXT], rows[w].text, rows[w].length) < 0
            || append_u32(&out[TEXT_AT], out[TEXT].size) < 0
            || append(&out[CLASS], &rows[w].word_class, 2) < 0
            || append(&out[SYLLABLE], &rows[w].syllable, 1) < 0;
    }
    out[PLACE_OF].size = 4 * words;
    if (failed && !PyErr_Occurred()) PyErr_NoMemory();
    PyMem_Free(rows); PyMem_Free(skeletons); PyMem_Free(form.at);
    release_buffers(in, 4);
    return built(out, COLUMNS, failed);
}

/* describe_words(text_at, text, class, is_syllable), of words in their order
 *     -> (form_at, form, letters, first, word_key, strong_key, text_of_word, text_key); the last of
 *     each different text */
static PyObject *describe_words(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    enum { FORM_AT, FORM, LETTERS, FIRST, WORD_KEY, STRONG_KEY, TEXT_OF_WORD, TEXT_KEY, COLUMNS };
    Py_buffer in[4];
    Bytes out[COLUMNS] = {{0}}, strong = {0};
    (void)self;
    if (take_buffers(args, n, "4121", in) < 0) return NULL;
    size_t words = in[0].len / 4 - 1;
    const uint32_t *at = in[0].buf;
    int failed = !are_words(in) || append_u32(&out[FORM_AT], 0) < 0;
    for (size_t w = 0; !failed && w < words; w++) {
        const uint8_t *text = (const uint8_t *)in[1].buf + at[w];
        size_t length = at[w + 1] - at[w], held = 0;
        strong.size = 0;
        failed = reserve(&out[FORM], 2 * length + 1) < 0 || reserve(&strong, 2 * length + 1) < 0;
        if (failed) break;
        uint8_t *form = out[FORM].at + out[FORM].size, first = length ? text[0] : 0;
        size_t letters = make_canonical(text, length, form);
        uint32_t bits = 0;
        for (size_t i = 0; i < letters; i++)
            if (letter_cost[form[i]] != WEAK_EDIT) strong.at[held++] = form[i];
        if (letters <= MAX_LETTERS && !has_digit(form, letters)) bits = letters_of(form, (int)letters);
        char told[32];
        int more = snprintf(told, sizeof(told), " %d %s", ((const uint16_t *)in[2].buf)[w],
                            ((const uint8_t *)in[3].buf)[w] ? "True" : "False");
        uint64_t of_text = hash_bytes(FIRST_KEY, text, length), of_strong = text_key(strong.at, held);
        uint64_t of_word = mixed(hash_bytes(of_text, told, more));
        of_text = mixed(of_text);
        out[FORM].size += letters;
        if (w == 0 || by_bytes(text, length, (const uint8_t *)in[1].buf + at[w - 1], at[w] - at[w - 1]))
            failed = append(&out[TEXT_KEY], &of_text, 8) < 0;
        failed = failed || append_u32(&out[FORM_AT], out[FORM].size) < 0
            || append(&out[LETTERS], &bits, 4) < 0 || append(&out[FIRST], &first, 1) < 0
            || append(&out[WORD_KEY], &of_word, 8) < 0 || append(&out[STRONG_KEY], &of_strong, 8) < 0
            || append_u32(&out[TEXT_OF_WORD], out[TEXT_KEY].size / 8 - 1) < 0;
    }
    PyMem_Free(strong.at);
    release_buffers(in, 4);
    return built(out, COLUMNS, failed);
}

/* shape_words(form_at, form) -> (shape, shape_skeletons, skeleton_bag, skeleton_text_at,
 *     skeleton_text, skeleton_words, skeleton_shape), of words in their order */
static PyObject *shape_words(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    enum { O_SHAPE, O_SKELETONS, O_BAG, O_TEXT_AT, O_TEXT, O_WORDS, O_OF_SHAPE, COLUMNS };
    Py_buffer in[2];
    Bytes out[COLUMNS] = {{0}};
    (void)self;
    if (take_buffers(args, n, "41", in) < 0) return NULL;
    size_t words = in[0].len / 4 - 1, skeletons = 0, shapes = 0, w = 0;
    const uint32_t *at = in[0].buf;
    uint8_t before[MAX_LETTERS], shape[2] = {0, 0};
    int failed = !are_places(&in[0], in[1].len) || append_u32(&out[O_TEXT_AT], 0) < 0;
    for (; !failed && w < words; w++) {
        const uint8_t *form = (const uint8_t *)in[1].buf + at[w];
        size_t length = at[w + 1] - at[w];
        uint8_t skeleton[MAX_LETTERS];
        if (length > MAX_LETTERS || has_digit(form, length)) break;
        uint8_t here[2] = {(uint8_t)make_skeleton(form, (int)length, skeleton), (uint8_t)length};
        int other = shapes == 0 || here[0] != shape[0] || here[1] != shape[1];
        if (!other && memcmp(skeleton, before, here[0]) == 0) continue;
        if (other) {
            failed = append(&out[O_SHAPE], here, 2) < 0 || append_u32(&out[O_SKELETONS], skeletons) < 0;
            if (++shapes > 256) {
                PyErr_SetString(PyExc_OverflowError, "too many shapes of words");
                failed = 1;
            }
        }
        memcpy(shape, here, 2);
        memcpy(before, skeleton, here[0]);
        uint64_t bag = make_bag(skeleton, here[0]);
        uint8_t of_shape = (uint8_t)(shapes - 1);
        failed = failed || append(&out[O_BAG], &bag, 8) < 0 || append_u32(&out[O_WORDS], w) < 0
            || append(&out[O_TEXT], skeleton, here[0]) < 0
            || append_u32(&out[O_TEXT_AT], out[O_TEXT].size) < 0
            || append(&out[O_OF_SHAPE], &of_shape, 1) < 0;
        skeletons++;
    }
    failed = failed || append_u32(&out[O_SKELETONS], skeletons) < 0 || append_u32(&out[O_WORDS], w) < 0;
    release_buffers(in, 2);
    return built(out, COLUMNS, failed);
}

static int by_u32(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

#define MOST_REMAINDERS (1 + MAX_LETTERS + MAX_LETTERS * (MAX_LETTERS - 1) / 2)

/* The different keys of what is left of a skeleton without up to two letters, rising. */
static int remainder_keys(const uint8_t *skeleton, int n, uint32_t *keys) {
    int count = 0, kept = 0;
    keys[count++] = deletion_key(skeleton, n, -1, -1);
    for (int i = 0; i < n; i++) {
        keys[count++] = deletion_key(skeleton, n, i, -1);
        for (int j = i + 1; j < n; j++) keys[count++] = deletion_key(skeleton, n, i, j);
    }
    qsort(keys, count, 4, by_u32);
    for (int i = 0; i < count; i++) if (i == 0 || keys[i] != keys[i - 1]) keys[kept++] = keys[i];
    return kept;
}

typedef struct { const uint8_t *text; uint32_t length, skeleton; } OfKind;

static int by_kind(const void *one, const void *other) {
    const OfKind *a = one, *b = other;
    int differ = by_bytes(a->text, a->length, b->text, b->length);
    return differ ? differ : (a->skeleton > b->skeleton) - (a->skeleton < b->skeleton);
}

/* find_deletions(skeleton_text_at, skeleton_text) -> (kind_skeletons_at, kind_skeletons,
 *     deletion_bucket, deletion_key, deletion_kind) */
static PyObject *find_deletions(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    enum { O_AT, O_SKELETONS, O_BUCKET, O_KEY, O_KIND, COLUMNS };
    Py_buffer in[2];
    Bytes out[COLUMNS] = {{0}}, found = {0};
    (void)self;
    if (take_buffers(args, n, "41", in) < 0) return NULL;
    size_t skeletons = in[0].len / 4 - 1;
    const uint32_t *at = in[0].buf;
    OfKind *rows = PyMem_Malloc((skeletons + 1) * sizeof(*rows));
    Keyed *spare = NULL;
    uint32_t bucket[(1 << 16) + 1] = {0}, kinds = 0;
    int failed = !are_places(&in[0], in[1].len) || !rows;
    for (size_t s = 0; !failed && s < skeletons; s++) {
        rows[s] = (OfKind){(const uint8_t *)in[1].buf + at[s], at[s + 1] - at[s], (uint32_t)s};
        if (rows[s].length > MAX_LETTERS) {
            PyErr_SetString(PyExc_ValueError, "a skeleton is too long");
            failed = 1;
        }
    }
    if (!failed) qsort(rows, skeletons, sizeof(*rows), by_kind);
    for (size_t s = 0; !failed && s < skeletons; s++) {
        if (s == 0 || by_bytes(rows[s].text, rows[s].length, rows[s - 1].text, rows[s - 1].length)) {
            uint32_t keys[MOST_REMAINDERS];
            int count = remainder_keys(rows[s].text, (int)rows[s].length, keys);
            for (int i = 0; !failed && i < count; i++) {
                Keyed one = {(uint64_t)keys[i] << 32, kinds};
                failed = append(&found, &one, sizeof(one)) < 0;
                bucket[(keys[i] >> 16) + 1]++;
            }
            failed = failed || append_u32(&out[O_AT], s) < 0;
            kinds++;
        }
        failed = failed || append_u32(&out[O_SKELETONS], rows[s].skeleton) < 0;
    }
    failed = failed || append_u32(&out[O_AT], skeletons) < 0;
    for (int i = 0; i < 1 << 16; i++) bucket[i + 1] += bucket[i];
    if (!failed) spare = PyMem_Malloc(found.size + 1);
    if (spare) {
        size_t count = found.size / sizeof(Keyed);
        const Keyed *sorted = sort_keyed((Keyed *)found.at, spare, count);
        for (size_t i = 0; !failed && i < count; i++)
            failed = append_u32(&out[O_KEY], sorted[i].key >> 32) < 0 || append_u32(&out[O_KIND], sorted[i].value) < 0;
        failed = failed || append(&out[O_BUCKET], bucket, sizeof(bucket)) < 0;
    } else failed = 1;
    if (failed && !PyErr_Occurred()) PyErr_NoMemory();
    PyMem_Free(rows); PyMem_Free(found.at); PyMem_Free(spare);
    release_buffers(in, 2);
    return built(out, COLUMNS, failed);
}

/* find_holders(at, numbers, groups) -> (holders_at, holders): for each number below `groups` the
 * lists that hold it, rising, each once. */
static PyObject *find_holders(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Py_buffer in[2];
    Bytes out[2] = {{0}};
    (void)self;
    size_t groups = n == 3 ? PyLong_AsSize_t(args[2]) : 0;
    if (PyErr_Occurred() || take_buffers(args, n - 1, "44", in) < 0) return NULL;
    size_t lists = in[0].len / 4 - 1, sum = 0;
    const uint32_t *at = in[0].buf, *numbers = in[1].buf;
    uint32_t *last = PyMem_Calloc(groups + 1, 4); /* list that held it last, from 1 */
    int failed = !are_places(&in[0], in[1].len / 4) || !are_below(&in[1], groups) || !last
        || reserve(&out[0], 4 * (groups + 1)) < 0;
    if (!failed) {
        uint32_t *begin = (uint32_t *)out[0].at;
        memset(begin, 0, 4 * (groups + 1));
        for (size_t i = 0; i < lists; i++)
            for (uint32_t k = at[i]; k < at[i + 1]; k++)
                if (last[numbers[k]] != i + 1) { last[numbers[k]] = (uint32_t)i + 1; begin[numbers[k]]++; }
        for (size_t g = 0; g <= groups; g++) { uint32_t count = begin[g]; begin[g] = (uint32_t)sum; sum += count; }
        failed = reserve(&out[1], 4 * sum) < 0;
    }
    if (!failed) {
        uint32_t *begin = (uint32_t *)out[0].at, *flat = (uint32_t *)out[1].at;
        memset(last, 0, 4 * groups);
        for (size_t i = 0; i < lists; i++)
            for (uint32_t k = at[i]; k < at[i + 1]; k++)
                if (last[numbers[k]] != i + 1) {
                    last[numbers[k]] = (uint32_t)i + 1;
                    flat[begin[numbers[k]]++] = (uint32_t)i;
                }
        memmove(begin + 1, begin, 4 * groups); /* each end is where the next begins */
        begin[0] = 0;
        out[0].size = 4 * (groups + 1);
        out[1].size = 4 * sum;
    }
    if (failed && !PyErr_Occurred()) PyErr_NoMemory();
    PyMem_Free(last);
    release_buffers(in, 2);
    return built(out, 2, failed);
}

/* Rows of keys and their values, in the order of the keys; NULL with an error. Free *rows. */
static const Keyed *take_keyed(PyObject *const *args, Py_ssize_t n, Keyed **rows, size_t *count) {
    Py_buffer in[2];
    *rows = NULL;
    if (take_buffers(args, n, "84", in) < 0) return NULL;
    const uint64_t *keys = in[0].buf;
    const uint32_t *values = in[1].buf;
    *count = in[0].len / 8;
    if ((size_t)in[1].len / 4 != *count) PyErr_SetString(PyExc_ValueError, "each key has a value");
    else if (!(*rows = PyMem_Malloc(2 * (*count + 1) * sizeof(Keyed)))) PyErr_NoMemory();
    for (size_t i = 0; *rows && i < *count; i++) (*rows)[i] = (Keyed){keys[i], values[i]};
    release_buffers(in, 2);
    return *rows ? sort_keyed(*rows, *rows + *count, *count) : NULL;
}

/* sort_keys(keys, values) -> (keys, values) */
static PyObject *sort_keys(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Bytes out[2] = {{0}};
    Keyed *rows;
    size_t count;
    (void)self;
    const Keyed *sorted = take_keyed(args, n, &rows, &count);
    int failed = !sorted;
    for (size_t i = 0; !failed && i < count; i++)
        failed = append(&out[0], &sorted[i].key, 8) < 0 || append_u32(&out[1], sorted[i].value) < 0;
    PyMem_Free(rows);
    return built(out, 2, failed);
}

/* group_keys(keys, values) -> (different keys, at, values) */
static PyObject *group_keys(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Bytes out[3] = {{0}};
    Keyed *rows;
    size_t count;
    (void)self;
    const Keyed *sorted = take_keyed(args, n, &rows, &count);
    int failed = !sorted;
    for (size_t i = 0; !failed && i < count; i++) {
        if (i == 0 || sorted[i].key != sorted[i - 1].key)
            failed = append(&out[0], &sorted[i].key, 8) < 0 || append_u32(&out[1], i) < 0;
        failed = failed || append_u32(&out[2], sorted[i].value) < 0;
    }
    failed = failed || append_u32(&out[1], count) < 0;
    PyMem_Free(rows);
    return built(out, 3, failed);
}

/* look_up(column, places) -> (what stands there,) */
static PyObject *look_up(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Py_buffer in[2];
    Bytes out = {0};
    (void)self;
    if (take_buffers(args, n, "44", in) < 0) return NULL;
    const uint32_t *column = in[0].buf, *places = in[1].buf;
    int failed = !are_below(&in[1], in[0].len / 4) || reserve(&out, in[1].len) < 0;
    if (!failed) out.size = in[1].len;
    for (size_t i = 0; i < out.size / 4; i++) ((uint32_t *)out.at)[i] = column[places[i]];
    release_buffers(in, 2);
    return built(&out, 1, failed);
}

/* Words of a name that may be written as one; `begin` is a place in the texts. */
typedef struct { uint64_t begin; uint32_t name, length; } Run;
typedef struct { const uint8_t *form; uint32_t name, length; } Formed;

static int by_form(const void *one, const void *other) {
    const Formed *a = one, *b = other;
    int differ = by_bytes(a->form, a->length, b->form, b->length);
    return differ ? differ : (a->name > b->name) - (a->name < b->name);
}

#define AHEAD 16

typedef struct { Bytes runs, keys, texts; } Runs;

static int add_run(Runs *r, uint32_t name, const uint8_t *text, size_t length) {
    uint8_t strong[2 * LONGEST_RUN];
    size_t held = 0;
    if (reserve(&r->texts, 2 * length + 1) < 0) return -1;
    uint8_t *form = r->texts.at + r->texts.size;
    size_t letters = make_canonical(text, length, form);
    for (size_t i = 0; i < letters; i++)
        if (letter_cost[form[i]] != WEAK_EDIT) strong[held++] = form[i];
    Run run = {r->texts.size, name, (uint32_t)letters};
    Keyed key = {text_key(strong, held), (uint32_t)(r->runs.size / sizeof(Run))};
    r->texts.size += letters;
    return append(&r->runs, &run, sizeof(run)) < 0 ? -1 : append(&r->keys, &key, sizeof(key));
}

/* The runs of one name: vigil.names.links.spans. */
static int add_runs(Runs *r, uint32_t name, const uint32_t *words, size_t count,
                    const uint32_t *text_at, const uint8_t *text) {
    uint8_t run[LONGEST_RUN];
    for (size_t begin = 0; begin < count; begin++) {
        size_t length = 0;
        int singles = 1;
        for (size_t end = begin + 1; end <= count && end - begin <= LONGEST_SPELLING; end++) {
            uint32_t word = words[end - 1];
            size_t more = text_at[word + 1] - text_at[word];
            singles = singles && more == 1;
            if (end - begin > LONGEST_JOIN && !singles) break;
            if (length + more > LONGEST_RUN) {
                PyErr_SetString(PyExc_OverflowError, "the words of a name are too long");
                return -1;
            }
            memcpy(run + length, text + text_at[word], more);
            length += more;
            if (end - begin > 1 && length >= SHORTEST_JOIN && add_run(r, name, run, length) < 0) return -1;
        }
    }
    return 0;
}

enum { R_KEY, R_AT, R_OF_KEY, R_TEXT_AT, R_TEXT, R_NAMES_AT, R_NAMES, R_COLUMNS };

/* Runs of one key, by form, then by name. */
static int write_runs(Bytes *out, const Keyed *keys, size_t count, const Runs *r, Bytes *group) {
    group->size = 0;
    for (size_t i = 0; i < count; i++) {
        const Run *run = (const Run *)r->runs.at + keys[i].value;
        Formed one = {r->texts.at + run->begin, run->name, run->length};
        if (append(group, &one, sizeof(one)) < 0) return -1;
    }
    Formed *runs = (Formed *)group->at;
    if (count > 1) qsort(runs, count, sizeof(Formed), by_form);
    if (append(&out[R_KEY], &keys[0].key, 8) < 0) return -1;
    if (append_u32(&out[R_AT], out[R_OF_KEY].size / 4) < 0) return -1;
    for (size_t i = 0; i < count; i++) {
        const Formed *run = &runs[i], *before = &runs[i - 1];
        int other = i == 0 || by_bytes(run->form, run->length, before->form, before->length);
        if (!other && run->name == before->name) continue;
        if (other && (append_u32(&out[R_OF_KEY], out[R_OF_KEY].size / 4) < 0
                      || append_u32(&out[R_NAMES_AT], out[R_NAMES].size / 4) < 0
                      || append(&out[R_TEXT], run->form, run->length) < 0
                      || append_u32(&out[R_TEXT_AT], out[R_TEXT].size) < 0))
            return -1;
        if (append_u32(&out[R_NAMES], run->name) < 0) return -1;
    }
    return 0;
}

/* find_runs(name_at, name_words, text_at, text) -> (run_key, run_at, run_of_key, run_text_at,
 *     run_text, run_names_at, run_names) */
static PyObject *find_runs(PyObject *self, PyObject *const *args, Py_ssize_t n) {
    Py_buffer in[4];
    Bytes out[R_COLUMNS] = {{0}}, group = {0};
    Runs r = {{0}, {0}, {0}};
    (void)self;
    if (take_buffers(args, n, "4441", in) < 0) return NULL;
    size_t names = in[0].len / 4 - 1, words = in[2].len / 4 - 1, count = 0;
    const uint32_t *at = in[0].buf;
    Keyed *spare = NULL;
    int failed = !are_places(&in[0], in[1].len / 4) || !are_places(&in[2], in[3].len)
        || !are_below(&in[1], words) || append_u32(&out[R_TEXT_AT], 0) < 0;
    for (size_t i = 0; !failed && i < names; i++)
        failed = add_runs(&r, (uint32_t)i, (const uint32_t *)in[1].buf + at[i], at[i + 1] - at[i],
                          in[2].buf, in[3].buf) < 0;
    if (!failed) {
        count = r.keys.size / sizeof(Keyed);
        if (count > UINT32_MAX) { PyErr_SetString(PyExc_OverflowError, "too much for one index"); failed = 1; }
        else if (!(spare = PyMem_Malloc(r.keys.size + 1))) { PyErr_NoMemory(); failed = 1; }
    }
    if (!failed) {
        const Keyed *keys = sort_keyed((Keyed *)r.keys.at, spare, count);
        const Run *runs = (const Run *)r.runs.at;
        for (size_t i = 0, j; !failed && i < count; i = j) {
            for (j = i + 1; j < count && keys[j].key == keys[i].key; j++) {}
            if (j + AHEAD < count) { /* what comes is anywhere in memory */
                __builtin_prefetch(&runs[keys[j + AHEAD].value]);
                __builtin_prefetch(r.texts.at + runs[keys[j + AHEAD / 2].value].begin);
            }
            failed = write_runs(out, keys + i, j - i, &r, &group) < 0;
        }
        failed = failed || append_u32(&out[R_AT], out[R_OF_KEY].size / 4) < 0
            || append_u32(&out[R_NAMES_AT], out[R_NAMES].size / 4) < 0;
    }
    PyMem_Free(r.runs.at); PyMem_Free(r.keys.at); PyMem_Free(r.texts.at);
    PyMem_Free(group.at); PyMem_Free(spare);
    release_buffers(in, 4);
    return built(out, R_COLUMNS, failed);
}

PyDoc_STRVAR(text_key_doc,
"text_key(text) -> int\n--\n\n"
"A text of ASCII letters and digits as a number of 64 bits, for looking up.");

static PyObject *py_text_key(PyObject *self, PyObject *text) {
    (void)self;
    if (!PyUnicode_Check(text) || !PyUnicode_IS_COMPACT_ASCII(text)) {
        PyErr_SetString(PyExc_TypeError, "text_key takes an ASCII text");
        return NULL;
    }
    return PyLong_FromUnsignedLongLong(text_key(PyUnicode_1BYTE_DATA(text), PyUnicode_GET_LENGTH(text)));
}

#define BUILDER(name) {#name, (PyCFunction)(void (*)(void))name, METH_FASTCALL, \
    "vigil.index.plain_arrays." #name ", compiled."}

static PyMethodDef module_methods[] = {
    {"edit_distance", (PyCFunction)(void (*)(void))py_edit_distance, METH_FASTCALL, distance_doc},
    {"text_key", py_text_key, METH_O, text_key_doc},
    BUILDER(order_words), BUILDER(describe_words), BUILDER(shape_words), BUILDER(find_deletions),
    BUILDER(find_holders), BUILDER(group_keys), BUILDER(find_runs),
    BUILDER(sort_keys), BUILDER(look_up),
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, .m_name = "vigil.names._kernel",
    .m_doc = "The compiled search; vigil.index.listed_names is the plain one.", .m_size = -1,
    .m_methods = module_methods,
};

PyMODINIT_FUNC PyInit__kernel(void) {
    init_letters();
    if (PyType_Ready(&index_type) < 0) return NULL;
    PyObject *m = PyModule_Create(&module);
    if (!m) return NULL;
    Py_INCREF(&index_type);
    if (PyModule_AddObject(m, "Index", (PyObject *)&index_type) < 0) {
        Py_DECREF(&index_type);
        Py_DECREF(m);
        return NULL;
    }
    return m;
}
