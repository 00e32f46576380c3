// Answers questions with URSSAF's own rules (modele-social, publicodes): JSON in, JSON out.
// In: [{situation, questions}]; out: for each, the list of the values. Nothing else is printed.
//
// The last published rules (11.1.0) know the rates of 2026 but still give the self-employed the
// base and the rates of before 2025. REFORM puts those of décret 2024-688 in their place: numbers
// alone, the machinery of bases, rounding, IR, IS and iteration staying URSSAF's.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const say = process.stdout.write.bind(process.stdout)
console.log = console.warn = () => {} // the engine talks of rules that may change

const require = createRequire(`${process.argv[2]}/`)
const load = async (name) => {
  const found = (await import(pathToFileURL(require.resolve(name)).href)).default
  return found.default ?? found // publicodes is CommonJS where it is resolved by require
}
const rules = await load('modele-social')
const Engine = await load('publicodes')

const TI = 'dirigeant . indépendant'
const C = `${TI} . cotisations et contributions`
const base = {
  unité: '€/an',
  arrondi: 'oui',
  valeur: 'dirigeant . rémunération . totale',
  plancher: '0 €/an',
  abattement: {
    valeur: '26% * dirigeant . rémunération . totale',
    plancher: '1.76% * plafond sécurité sociale',
    plafond: '130% * plafond sécurité sociale',
    unité: '€/an',
    arrondi: 'oui',
  },
}
const share = (rate, upTo) => ({ taux: rate, plafond: upTo })
const REFORM = {
  [`${TI} . assiette des cotisations`]: { ...base },
  [`${C} . CSG-CRDS . assiette`]: { ...base },
  [`${C} . maladie`]: {
    unité: '€/an',
    arrondi: 'oui',
    barème: {
      assiette: 'assiette des cotisations',
      multiplicateur: 'plafond sécurité sociale',
      tranches: [share('taux progressif', 3), { taux: '6.5%' }],
    },
    avec: {
      'taux progressif': {
        arrondi: '2 décimales',
        'taux progressif': {
          assiette: 'assiette des cotisations',
          multiplicateur: 'plafond sécurité sociale',
          tranches: [
            share('0%', '20%'),
            share('1.5%', '40%'),
            share('4%', '60%'),
            share('6.5%', '110%'),
            share('7.7%', '200%'),
            share('8.5%', '300%'),
          ],
        },
      },
    },
  },
  [`${C} . retraite de base`]: {
    arrondi: 'oui',
    barème: {
      assiette: { valeur: 'assiette des cotisations', plancher: 'assiette minimale . retraite' },
      tranches: [share('17.87%', 'plafond sécurité sociale'), { taux: '0.72%' }],
    },
  },
  [`${C} . retraite complémentaire`]: {
    unité: '€/an',
    arrondi: 'oui',
    barème: {
      assiette: 'assiette des cotisations',
      tranches: [
        share('8.1%', 'plafond sécurité sociale'),
        share('9.1%', '4 * plafond sécurité sociale'),
      ],
    },
  },
  [`${C} . allocations familiales`]: {
    unité: '€/an',
    arrondi: 'oui',
    produit: ['assiette des cotisations', 'taux'],
    avec: {
      taux: {
        arrondi: '2 décimales',
        'taux progressif': {
          assiette: 'assiette des cotisations',
          multiplicateur: 'plafond sécurité sociale',
          tranches: [share('0%', '110%'), share('3.1%', '140%')],
        },
      },
    },
  },
}

// Other rules speak of the parts of those replaced: they keep them.
const reformed = Object.entries(REFORM).map(([name, rule]) => [
  name,
  { ...rule, avec: { ...rules[name].avec, ...rule.avec } },
])
const engine = new Engine({ ...rules, ...Object.fromEntries(reformed) })
const asked = JSON.parse(fs.readFileSync(0, 'utf8'))
const answers = asked.map(({ situation, questions }) => {
  engine.setSituation(situation)
  return questions.map((question) => engine.evaluate(question).nodeValue)
})
say(JSON.stringify(answers))
