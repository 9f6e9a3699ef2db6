import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Checkbox, Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { cluster as api, content } from '../api/client'
import { Intention } from '../api/intention'
import { useI18n } from '../app/i18n'
import { type Origin, OriginFields, OWN, originOf } from '../clusters/OriginFields'
import { refresh } from '../clusters/queries'
import {
  FoundingFields,
  foundingOf,
  NO_FOUNDING,
  type Scan,
  ScanField,
  type TypedFounding,
} from '../founding/FoundingFields'
import { bringIn } from '../papercounts/queries'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import type { Acceptance, Proposal } from './types'

interface Values extends Origin {
  from: string
  leaveReason: string
  decided: boolean
  decision: TypedFounding
}

interface Props {
  proposal: Proposal
  groups: Acceptance['groups']
  onClose(): void
  onFounded(): void
}

/** Founds the clusters as they stand on the screen: all of them or none. */
export function AcceptForm({ proposal, groups, onClose, onFounded }: Props) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const upload = useRef(new Intention())
  const [scan, setScan] = useState<Scan | null>(null)
  const chosen = new Set(groups.flatMap((group) => group.members))
  const leaving = proposal.inTwo.filter(
    (one) => chosen.has(one.unit.unitId) && one.clusters.some((cluster) => cluster.own),
  )
  return (
    <FormDrawer<Values>
      title={t('grouping.accept')}
      lead={<p>{t('grouping.accept.text', { clusters: groups.length, units: chosen.size })}</p>}
      source={{
        version: null,
        values: { from: proposal.asOf, leaveReason: '', decided: false, decision: NO_FOUNDING, ...OWN },
      }}
      saveLabel={t('grouping.accept')}
      onClose={onClose}
      send={async (typed, _, headers) => {
        const fileId =
          typed.decided && scan
            ? await bringIn(
                scan.name,
                scan.content,
                upload.current.headersFor([scan.name, scan.content.size]),
              )
            : null
        await content(
          api.POST('/api/v1/clusters/grouping-proposals/acceptance', {
            body: {
              organiserId: proposal.organiserId,
              from: typed.from,
              leaveReason: typed.leaveReason.trim() || null,
              ...originOf(typed),
              decision: typed.decided ? foundingOf(typed.decision, fileId) : null,
              groups,
            },
            headers,
          }),
        )
        upload.current.fulfilled()
        refresh(queries)
        message.success(t('grouping.accepted', { clusters: groups.length }))
        onFounded()
      }}
    >
      {() => (
        <>
          <Form.Item
            name="from"
            label={t('grouping.from')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <DateField data-testid="accept-from" />
          </Form.Item>
          {leaving.length > 0 && (
            <>
              <Alert type="warning" showIcon title={t('grouping.leaving', { n: leaving.length })} />
              <Form.Item
                name="leaveReason"
                label={t('grouping.leaveReason')}
                rules={[{ required: true, whitespace: true, message: t('form.required') }]}
              >
                <Input.TextArea rows={2} maxLength={1000} data-testid="accept-leave-reason" />
              </Form.Item>
            </>
          )}
          <Form.Item name="decided" valuePropName="checked">
            <Checkbox data-testid="accept-decided">{t('grouping.decided')}</Checkbox>
          </Form.Item>
          <Form.Item noStyle dependencies={['decided']}>
            {({ getFieldValue }) =>
              getFieldValue('decided') ? (
                <>
                  <FoundingFields within="decision" />
                  <ScanField onChoose={setScan} />
                </>
              ) : null
            }
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}
